#define _GNU_SOURCE
#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>

#include "internal.h"

static int original = -1;
static int kept = -1;

void terminal_capture_errors(void) {
  // A standard error that goes elsewhere may go on doing so.
  if (!isatty(STDERR_FILENO)) return;
  kept = memfd_create("standard error", MFD_CLOEXEC);
  if (kept < 0) return;
  original = dup(STDERR_FILENO);
  if (original < 0 || dup2(kept, STDERR_FILENO) < 0) {
    if (original >= 0) close(original);
    close(kept);
    original = kept = -1;
  }
}

void terminal_spill_errors(void) {
  if (kept < 0) return;
  dup2(original, STDERR_FILENO);
  char buffer[1024];
  off_t offset = 0;
  for (;;) {
    ssize_t count = pread(kept, buffer, sizeof buffer, offset);
    if (count <= 0) return;
    // A terminal that takes nothing must not keep the process.
    struct pollfd output = {STDERR_FILENO, POLLOUT, 0};
    if (poll(&output, 1, 300) != 1) return;
    if (write(STDERR_FILENO, buffer, (size_t)count) != count) return;
    offset += count;
  }
}

void terminal_release_errors(void) {
  if (kept < 0) return;
  terminal_spill_errors();
  close(original);
  close(kept);
  original = kept = -1;
}
