#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "CTerminal.h"
#include "internal.h"

// The terminal, opened once more: not to wait for it would change it for the shell as well.
static int terminal = -1;
// Whether it could not be opened again, as when it belongs to another user; then writing may wait.
static int shared;
// Where curses writes, instead of the terminal, which may take nothing for a while.
static FILE *sink;
// What waits to be written, from the first byte on.
static char *waiting;
static size_t first, end, capacity;

FILE *terminal_open_output(void) {
  shared = 0;
  terminal = open("/proc/self/fd/1", O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  if (terminal < 0) {
    shared = 1;
    terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  }
  int file = memfd_create("screen", MFD_CLOEXEC);
  sink = file < 0 ? NULL : fdopen(file, "w");
  if (sink == NULL && file >= 0) close(file);
  if (terminal < 0 || sink == NULL) {
    terminal_close_output();
    return NULL;
  }
  return sink;
}

void terminal_close_output(void) {
  if (sink != NULL) fclose(sink);
  if (terminal >= 0) close(terminal);
  free(waiting);
  sink = NULL;
  terminal = -1;
  waiting = NULL;
  first = end = capacity = 0;
}

int terminal_output(void) { return terminal; }

int32_t terminal_is_ready(void) { return first == end; }

static char *room_for(size_t count) {
  if (first == end) first = end = 0;
  if (end + count > capacity) {
    size_t larger = 2 * capacity + count;
    char *moved = realloc(waiting, larger);
    if (moved == NULL) return NULL;
    waiting = moved;
    capacity = larger;
  }
  return waiting + end;
}

void terminal_queue(const char *bytes, size_t count) {
  char *room = room_for(count);
  // Without memory the next full frame puts the screen right.
  if (room == NULL) return;
  memcpy(room, bytes, count);
  end += count;
}

void terminal_collect(void) {
  int file = fileno(sink);
  off_t length = lseek(file, 0, SEEK_CUR);
  if (length <= 0) return;
  char *room = room_for((size_t)length);
  if (room != NULL) {
    ssize_t count = pread(file, room, (size_t)length, 0);
    if (count > 0) end += (size_t)count;
  }
  if (ftruncate(file, 0) == 0) lseek(file, 0, SEEK_SET);
}

void terminal_forget_collected(void) {
  int file = fileno(sink);
  if (ftruncate(file, 0) == 0) lseek(file, 0, SEEK_SET);
}

// As many bytes as the terminal takes now. Async-signal-safe.
static ssize_t write_some(const char *bytes, size_t count) {
  if (shared) {
    struct pollfd output = {terminal, POLLOUT, 0};
    if (poll(&output, 1, 0) != 1) {
      errno = EAGAIN;
      return -1;
    }
    if (count > 256) count = 256;
  }
  return write(terminal, bytes, count);
}

int terminal_flush(void) {
  while (first < end) {
    ssize_t count = write_some(waiting + first, end - first);
    if (count > 0) {
      first += (size_t)count;
    } else if (count < 0 && errno == EAGAIN) {
      return 0;
    } else if (count == 0 || errno != EINTR) {
      // A terminal that is gone.
      first = end = 0;
    }
  }
  return 1;
}

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

int terminal_drain(int milliseconds) {
  int64_t deadline = now() + milliseconds;
  while (!terminal_flush()) {
    int64_t left = deadline - now();
    if (left <= 0) return 0;
    struct pollfd output = {terminal, POLLOUT, 0};
    poll(&output, 1, (int)left);
  }
  return 1;
}

// A terminal that takes nothing forgets what it has not taken, and is started if Ctrl-S has stopped
// it. Async-signal-safe.
static void unblock(void) {
  tcflush(terminal, TCOFLUSH);
  tcflow(terminal, TCOON);
}

// Ends a control sequence of which only the beginning was sent.
static const char cancel = 0x18;

void terminal_send_last(const char *text, size_t length) {
  // Behind what is on its way, else without it.
  terminal_queue(text, length);
  if (terminal_drain(300)) return;
  unblock();
  first = end = 0;
  terminal_queue(&cancel, 1);
  terminal_queue(text, length);
  terminal_drain(300);
  first = end = 0;
}

void terminal_write_last(const char *text, size_t length) {
  int cut = first < end;
  for (int attempt = 0; attempt < 2; attempt++) {
    size_t sent = 0;
    if (cut) (void)!write_some(&cancel, 1);
    while (sent < length) {
      ssize_t count = write_some(text + sent, length - sent);
      if (count > 0) {
        sent += (size_t)count;
      } else if (count == 0 || (errno != EINTR && errno != EAGAIN)) {
        return;
      } else if (errno == EAGAIN) {
        struct pollfd output = {terminal, POLLOUT, 0};
        if (poll(&output, 1, 300) == 0) break;
      }
    }
    if (sent == length) return;
    unblock();
    cut = 1;
  }
}
