#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "CTerminal.h"
#include "internal.h"

static const int watched[] = {SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGWINCH, SIGCONT};
enum { watched_count = sizeof watched / sizeof *watched };
// What a fault of the program itself raises, also where the parent ignores it.
static const int faults[] = {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP};
enum { fault_count = sizeof faults / sizeof *faults };

static struct sigaction watched_before[watched_count];
static struct sigaction fatal_before[NSIG];
static volatile sig_atomic_t quit_signal, stop_asked, resized, continued, interrupted;
// The thread that crashed first, by its number in the system; 0 while none has.
static atomic_int dying;
// Whether the main thread, which paints, stands still for good.
static atomic_int halted;
static pthread_t main_thread;
static const terminal_restoration *restoration;
// Whether the user asked for Swift's backtraces, which its own handlers write.
static int keeps_backtrace;
static char stack[65536];
static stack_t stack_before;
static int watching, guarding;

static int is_among(int number, const int *numbers, int count) {
  for (int i = 0; i < count; i++) {
    if (numbers[i] == number) return 1;
  }
  return 0;
}

// Whether the signal ends a program that does nothing about it, and can be caught.
static int is_fatal(int number) {
  const int harmless[] = {SIGKILL, SIGSTOP, SIGTTIN, SIGTTOU, SIGCHLD, SIGURG};
  // The C library keeps those between for itself.
  if (number < 1 || (number > SIGSYS && number < SIGRTMIN) || number > SIGRTMAX) return 0;
  return !is_among(number, harmless, sizeof harmless / sizeof *harmless) &&
         !is_among(number, watched, watched_count);
}

static void handle_watched(int number, siginfo_t *information, void *context) {
  (void)context;
  int saved = errno;
  switch (number) {
    case SIGWINCH: resized = 1; break;
    case SIGCONT: continued = 1; break;
    case SIGTSTP: stop_asked = 1; break;
    default:
      // From the keyboard it is a key.
      if (number == SIGINT && information->si_code == SI_KERNEL) {
        interrupted = 1;
      } else {
        quit_signal = number;
      }
  }
  (void)!write(terminal_pipe_input(), "s", 1);
  errno = saved;
}

// Waits for the end of the process, which another thread brings about.
static void halt(void) {
  if (pthread_equal(pthread_self(), main_thread)) atomic_store(&halted, 1);
  for (;;) pause();
}

// Has the main thread write nothing more to the terminal; it does not take long to hear of it.
static void halt_painting(int number) {
  if (pthread_equal(pthread_self(), main_thread)) return;
  pthread_kill(main_thread, number);
  const struct timespec moment = {0, 1000000};
  for (int i = 0; i < 200 && !atomic_load(&halted); i++) nanosleep(&moment, NULL);
}

static void handle_fatal(int number) {
  int self = gettid();
  int first = 0;
  if (atomic_compare_exchange_strong(&dying, &first, self)) {
    halt_painting(number);
    size_t start = restoration->reports_mouse ? 0 : restoration->mouse_length;
    if (restoration->length > 0) {
      terminal_write_last(restoration->text + start, restoration->length - start);
      terminal_write_last("\r\n", 2);
    }
    tcsetattr(STDIN_FILENO, TCSANOW, &restoration->modes);
    terminal_spill_errors();
  } else if (first != self) {
    // Ending now would leave the first one's work half done.
    halt();
  }
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  if (keeps_backtrace) action = fatal_before[number];
  sigaction(number, &action, NULL);
  // Blocked until this handler returns, then it ends the process.
  raise(number);
}

void terminal_watch_signals(void) {
  quit_signal = stop_asked = resized = continued = interrupted = 0;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = handle_watched;
  action.sa_flags = SA_RESTART | SA_ONSTACK | SA_SIGINFO;
  for (int i = 0; i < watched_count; i++) {
    sigaction(watched[i], NULL, &watched_before[i]);
    // What the parent ignores stays ignored, as HUP under nohup.
    if (watched_before[i].sa_handler == SIG_IGN) continue;
    sigaction(watched[i], &action, NULL);
  }
  watching = 1;
}

void terminal_guard_crashes(const terminal_restoration *state) {
  restoration = state;
  const char *backtrace = getenv("SWIFT_BACKTRACE");
  keeps_backtrace = backtrace != NULL && *backtrace != '\0';
  atomic_store(&dying, 0);
  atomic_store(&halted, 0);
  main_thread = pthread_self();

  stack_t alternate;
  memset(&alternate, 0, sizeof alternate);
  alternate.ss_sp = stack;
  alternate.ss_size = sizeof stack;
  sigaltstack(&alternate, &stack_before);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handle_fatal;
  action.sa_flags = SA_ONSTACK;
  for (int number = 1; number < NSIG; number++) {
    if (!is_fatal(number)) continue;
    sigaction(number, NULL, &fatal_before[number]);
    if (fatal_before[number].sa_handler == SIG_IGN && !is_among(number, faults, fault_count)) continue;
    sigaction(number, &action, NULL);
  }
  guarding = 1;
}

void terminal_remove_handlers(void) {
  if (guarding) {
    for (int number = 1; number < NSIG; number++) {
      if (is_fatal(number)) sigaction(number, &fatal_before[number], NULL);
    }
    sigaltstack(&stack_before, NULL);
  }
  if (watching) {
    for (int i = 0; i < watched_count; i++) sigaction(watched[i], &watched_before[i], NULL);
  }
  guarding = watching = 0;
}

void terminal_stop(void) {
  struct sigaction action, ours;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &action, &ours);
  // Not SIGSTOP: where no shell could continue the process, the system ignores SIGTSTP. And
  // sent to this thread, so that all of them have stopped when the call returns.
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  continued = 1;
}

int32_t terminal_take_signals(int32_t *quit) {
  int32_t found = 0;
  if (stop_asked) {
    stop_asked = 0;
    found |= TERMINAL_STOPPED;
  }
  if (resized) {
    resized = 0;
    found |= TERMINAL_RESIZED;
  }
  if (continued) {
    continued = 0;
    found |= TERMINAL_CONTINUED;
  }
  if (interrupted) {
    interrupted = 0;
    found |= TERMINAL_INTERRUPTED;
  }
  if (quit_signal) {
    *quit = quit_signal;
    quit_signal = 0;
    found |= TERMINAL_QUIT;
  }
  return found;
}
