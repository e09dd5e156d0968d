// What the parts of CTerminal share.
#ifndef INITSCOPE_CTERMINAL_INTERNAL_H
#define INITSCOPE_CTERMINAL_INTERNAL_H

#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <termios.h>
#include <wchar.h>

// What puts the terminal back from a signal handler, where curses may not be called.
typedef struct {
  struct termios modes;
  // Control sequences, of which the first stop the reports of the mouse.
  char text[512];
  size_t length, mouse_length;
  volatile sig_atomic_t reports_mouse;
} terminal_restoration;

// Makes the pipe that wakes terminal_wait. Returns 0 on success.
int terminal_prepare_pipe(void);
int terminal_pipe_input(void);

// Takes over the signals that ask for something. To be called before ncurses has a terminal:
// its own handler ignores SIGTSTP while it paints, which loses the Ctrl-Z pressed meanwhile, and
// ncurses only installs it where nobody else handles the signal.
void terminal_watch_signals(void);
// Takes over the signals of crashes and all others that would end the process, if what puts the
// terminal back is known by then or nothing has been changed yet.
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

// Opens the way to the terminal. Returns where curses is to write, or NULL.
FILE *terminal_open_output(void);
void terminal_close_output(void);
// What to wait for until the terminal takes more.
int terminal_output(void);
// Puts bytes behind those that wait to be written.
void terminal_queue(const char *bytes, size_t count);
// The same with what curses has written.
void terminal_collect(void);
void terminal_forget_collected(void);
// Writes what the terminal takes now; returns 1 when nothing is left.
int terminal_flush(void);
// The same, waiting for the terminal for a while.
int terminal_drain(int milliseconds);
// Writes what puts the terminal back, in the end without what it does not take.
void terminal_send_last(const char *text, size_t length);
// The same for a process about to die. Async-signal-safe.
void terminal_write_last(const char *text, size_t length);

#endif
