#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "COutput.h"

// All that end a process which does nothing about them, but for those that report an error instead.
static const int watched[] = {SIGHUP,    SIGINT,  SIGQUIT, SIGTERM, SIGXCPU, SIGALRM, SIGUSR1,
                              SIGUSR2,   SIGPOLL, SIGPROF, SIGPWR,  SIGSYS,  SIGABRT, SIGBUS,
                              SIGVTALRM, SIGFPE,  SIGILL,  SIGSEGV, SIGTRAP};
enum { watched_count = sizeof watched / sizeof *watched };

static struct sigaction before[watched_count];
static char unfinished[PATH_MAX];
static volatile sig_atomic_t is_watching;
static int leaves_signals;
static volatile sig_atomic_t is_opening;

static void remove_and_end(int number) {
  // On another thread, such as one of a library's, while the file is being made: it is soon known
  // whether there is one. The thread that makes it blocks these signals meanwhile.
  while (is_opening) {
  }
  if (is_watching) unlink(unfinished);
  // Not the handler there was: Swift's own for QUIT would return, and the work go on.
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  sigaction(number, &action, NULL);
  // Blocked until this handler returns, then it ends the process.
  raise(number);
}

static void block_watched(sigset_t *saved) {
  sigset_t set;
  sigemptyset(&set);
  for (int i = 0; i < watched_count; i++) sigaddset(&set, watched[i]);
  pthread_sigmask(SIG_BLOCK, &set, saved);
}

// Descriptors 0 to 2 may be closed; what is meant for them must not reach the file.
static int above_standard_streams(int descriptor) {
  if (descriptor < 0 || descriptor > STDERR_FILENO) return descriptor;
  int moved = fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  int saved = errno;
  close(descriptor);
  errno = saved;
  return moved;
}

static void watch(void) {
  if (leaves_signals) return;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = remove_and_end;
  sigfillset(&action.sa_mask);
  for (int i = 0; i < watched_count; i++) {
    sigaction(watched[i], NULL, &before[i]);
    // What the parent ignores stays ignored, as HUP under nohup.
    if (before[i].sa_handler != SIG_IGN) sigaction(watched[i], &action, NULL);
  }
}

static void unwatch(void) {
  if (leaves_signals) return;
  for (int i = 0; i < watched_count; i++) sigaction(watched[i], &before[i], NULL);
}

void output_discard_unfinished(void) {
  if (is_watching) unlink(unfinished);
}

void output_leave_signals(void) { leaves_signals = 1; }

int32_t output_open_unfinished(const char *path, uint32_t mode) {
  if (strlen(path) >= sizeof unfinished) {
    errno = ENAMETOOLONG;
    return -1;
  }
  // No signal may come between making the file and watching it.
  sigset_t saved_mask;
  block_watched(&saved_mask);
  int is_first = !is_watching;
  is_opening = 1;
  if (is_first) watch();
  int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, (mode_t)mode);
  int is_made = descriptor >= 0;
  descriptor = above_standard_streams(descriptor);
  int saved = errno;
  if (is_made && descriptor < 0) unlink(path);
  if (is_first) {
    if (descriptor >= 0) {
      strcpy(unfinished, path);
      is_watching = 1;
    } else {
      unwatch();
    }
  }
  is_opening = 0;
  pthread_sigmask(SIG_SETMASK, &saved_mask, NULL);
  errno = saved;
  return descriptor;
}

void output_forget_unfinished(void) {
  if (!is_watching) return;
  unwatch();
  is_watching = 0;
}
