// What the parts of CTerminal share.
#ifndef INITSCOPE_CTERMINAL_INTERNAL_H
#define INITSCOPE_CTERMINAL_INTERNAL_H

#include <stddef.h>
#include <stdint.h>
#include <termios.h>
#include <wchar.h>

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

// Takes over the signals that ask for something. To be called before ncurses has a terminal:
// its own handler ignores SIGTSTP while it paints, which loses the Ctrl-Z pressed meanwhile, and
// ncurses only installs it where nobody else handles the signal.
void terminal_watch_signals(void);
// Takes over the signals of crashes.
void terminal_guard_crashes(const terminal_restoration *restoration);
void terminal_remove_handlers(void);
// Stops the process as SIGTSTP does by default; returns when it is continued.
void terminal_stop(void);
// The flags the handlers raised since the last call.
int32_t terminal_take_signals(int32_t *quit);
// Gives the terminal to the shell until the process is continued.
void terminal_suspend(void);

// Keeps what is written to standard error off the screen, and prints it afterwards.
void terminal_capture_errors(void);
void terminal_release_errors(void);
// The same for a process about to die. Async-signal-safe.
void terminal_spill_errors(void);

void terminal_forget_pairs(void);
// The glyph if curses draws it in as many cells as the frame gives it, else a question mark.
wchar_t terminal_drawable(uint32_t glyph, int width);
// Prepares terminal_read.
void terminal_prepare_input(void);
void terminal_resume_input(void);

#endif
