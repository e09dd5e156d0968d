// What the parts of CTerminal share.
#ifndef INITSCOPE_CTERMINAL_INTERNAL_H
#define INITSCOPE_CTERMINAL_INTERNAL_H

#include <stddef.h>
#include <stdint.h>
#include <termios.h>

// Control sequences, ready to be written.
typedef struct {
  char bytes[512];
  size_t length;
} terminal_text;

// What puts the terminal back from a signal handler, where curses may not be called.
typedef struct {
  struct termios modes;
  terminal_text text;
} terminal_restoration;

// Makes the pipe that wakes terminal_wait. Returns 0 on success.
int terminal_prepare_pipe(void);
int terminal_pipe_input(void);

// Keeps the handlers as they are, before ncurses installs its own.
void terminal_remember_handlers(void);
void terminal_install_handlers(const terminal_restoration *restoration);
void terminal_remove_handlers(void);
// The flags the handlers raised since the last call.
int32_t terminal_take_signals(int32_t *quit);

// Keeps what is written to standard error off the screen, and prints it afterwards.
void terminal_capture_errors(void);
void terminal_release_errors(void);
// The same for a process about to die. Async-signal-safe.
void terminal_spill_errors(void);

void terminal_forget_pairs(void);
// Prepares terminal_read.
void terminal_prepare_input(void);

#endif
