#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "CTerminal.h"
#include "internal.h"

// Made once and never closed: a worker may wake a session that has just ended.
static int ends[2] = {-1, -1};

int terminal_prepare_pipe(void) {
  if (ends[0] >= 0) return 0;
  return pipe2(ends, O_CLOEXEC | O_NONBLOCK);
}

int terminal_pipe_input(void) { return ends[1]; }

void terminal_wake(void) {
  int saved = errno;
  // A full pipe wakes as well as one more byte would.
  if (ends[1] >= 0) (void)!write(ends[1], "w", 1);
  errno = saved;
}

// Drains the pipe; returns 1 if terminal_wake wrote to it (the signals' handlers write 's').
static int drain(void) {
  char buffer[256];
  int woken = 0;
  ssize_t count;
  while ((count = read(ends[0], buffer, sizeof buffer)) > 0) {
    for (ssize_t i = 0; i < count; i++) woken |= buffer[i] == 'w';
  }
  return woken;
}

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

// Readable without a byte to read: the terminal is gone.
static int is_at_end(void) {
  for (int attempt = 0; attempt < 2; attempt++) {
    int waiting = 0;
    if (ioctl(STDIN_FILENO, FIONREAD, &waiting) != 0) return 1;
    if (waiting > 0) return 0;
    struct pollfd input = {STDIN_FILENO, POLLIN, 0};
    if (poll(&input, 1, 0) != 1) return 0;
  }
  return 1;
}

int32_t terminal_wait(int64_t milliseconds, const terminal_file *others, int32_t count,
                      int32_t *quit) {
  if (count > TERMINAL_MOST_FILES) count = TERMINAL_MOST_FILES;
  int64_t deadline = milliseconds < 0 ? 0 : now() + milliseconds;
  for (;;) {
    int ready_before = terminal_is_ready();
    struct pollfd files[3 + TERMINAL_MOST_FILES] = {
        {STDIN_FILENO, POLLIN, 0},
        {ends[0], POLLIN, 0},
        // A negative descriptor is passed over.
        {ready_before ? -1 : terminal_output(), POLLOUT, 0},
    };
    for (int i = 0; i < count; i++) {
      files[3 + i].fd = others[i].descriptor;
      files[3 + i].events = (short)(others[i].writes ? POLLIN | POLLOUT : POLLIN);
    }
    int64_t left = milliseconds < 0 ? -1 : deadline - now();
    if (milliseconds >= 0 && left < 0) left = 0;
    int ready = poll(files, (nfds_t)(3 + count), (int)(left > 1000000 ? 1000000 : left));
    int failed = ready < 0 && errno != EINTR;
    int32_t found = 0;
    if (drain()) found |= TERMINAL_WOKEN;
    found |= terminal_take_signals(quit);
    if (ready > 0 && files[0].revents != 0) {
      if ((files[0].revents & (POLLHUP | POLLERR | POLLNVAL)) || is_at_end()) {
        if (!(found & TERMINAL_QUIT)) *quit = SIGHUP;
        found |= TERMINAL_QUIT;
      } else {
        found |= TERMINAL_INPUT;
      }
    }
    if (!ready_before && terminal_flush()) found |= TERMINAL_READY;
    for (int i = 0; ready > 0 && i < count; i++) {
      if (files[3 + i].revents != 0) found |= TERMINAL_FILES;
    }
    // Who is asked to end need not stop first.
    if ((found & TERMINAL_STOPPED) && !(found & TERMINAL_QUIT)) {
      terminal_suspend();
      found |= terminal_take_signals(quit);
    }
    if (found != 0 || (ready == 0 && left >= 0 && left <= 1000000)) return found;
    if (failed) return found;
  }
}
