// The C library's and ncurses' side of the terminal. Everything here belongs to the main thread,
// except terminal_wake, which may be called from anywhere.
#ifndef INITSCOPE_CTERMINAL_H
#define INITSCOPE_CTERMINAL_H

#include <stdint.h>

// Takes the character set, and nothing else, from the environment's locale.
// Returns 1 if it is UTF-8.
int32_t terminal_adopt_locale(void);

enum {
  TERMINAL_OPENED = 0,
  TERMINAL_NOT_A_TERMINAL = 1,
  TERMINAL_UNKNOWN = 2,
  TERMINAL_CANNOT_MOVE_CURSOR = 3,
  TERMINAL_ALREADY_OPEN = 4,
  TERMINAL_FAILED = 5,
};

// Whether standard input and output are a terminal: 1 or 0.
int32_t terminal_is_there(void);

// Opens the terminal on standard input and output. Returns one of the values above.
int32_t terminal_open(void);

// Puts everything back as terminal_open found it. Does nothing when nothing is open.
void terminal_close(void);

// The colours the open terminal has, by terminfo: 2^24 where it takes red, green and blue.
int32_t terminal_colors(void);

// Whether the terminal takes the sequences of xterm that terminfo has no names for, questions among
// them; others print them.
int32_t terminal_takes_sequences(void);

// The open terminal's size in cells.
void terminal_size(int32_t *width, int32_t *height);

// The size of standard output in cells if it is a terminal that knows it. Returns 1 if it is.
int32_t terminal_window(int32_t *width, int32_t *height);

// Has the next show send the whole screen, whatever may have been written on it meanwhile.
void terminal_repaint(void);

// Whether the terminal has taken everything sent so far: 1 or 0. A frame that is sent before is
// kept until it does.
int32_t terminal_is_ready(void);

// Takes over the size of a resized terminal and forgets what is on the screen.
void terminal_resize(void);

// The same after the process was stopped; takes the terminal's modes back too.
void terminal_resume(void);

// A colour that is given itself: TERMINAL_DIRECT and its red, green and blue in 8 bits each.
enum { TERMINAL_DIRECT = 1 << 24 };

// A cell: a glyph, 0 for the right half of a wide one; colours, -1 for the default, an index into
// the palette, or a direct one; and attributes, 1 bold, 2 underline, 4 reverse.
typedef struct {
  uint32_t glyph;
  int32_t foreground;
  int32_t background;
  uint8_t attributes;
} terminal_cell;

// Sets a row; what lies outside the screen is left out. Direct colours are the default ones here,
// since curses knows colours by number only.
void terminal_put_row(int32_t row, int32_t count, const terminal_cell *cells);

// Writes cells of a row from a column on past curses, in any colours; for a whole session either
// this or terminal_put_row. What lies outside the screen is left out.
void terminal_paint(int32_t row, int32_t column, int32_t count, const terminal_cell *cells);

// Sends what terminal_paint wrote.
void terminal_paint_end(void);

// Has a row sent whole by the next show, not changed or moved from what is there.
void terminal_forget_row(int32_t row);

// Shows what terminal_put_row set.
void terminal_show(void);

// Sends bytes to the terminal as they are, between two shows; does nothing when nothing is open.
void terminal_send(const uint8_t *bytes, int64_t count);

// Has the terminal report the mouse's buttons and wheel (modes 1000 and 1006 of xterm), or not.
void terminal_mouse(int32_t on);

// What terminal_wait found, as bits. TERMINAL_STOPPED it acts on itself, and has been continued.
enum {
  TERMINAL_INPUT = 1,
  TERMINAL_WOKEN = 2,
  TERMINAL_RESIZED = 4,
  TERMINAL_CONTINUED = 8,
  TERMINAL_QUIT = 16,
  TERMINAL_STOPPED = 32,
  // The terminal has taken what waited for it.
  TERMINAL_READY = 64,
  // Ctrl-C, if it is the terminal's key for SIGINT.
  TERMINAL_INTERRUPTED = 128,
  // One of the other files has something to read, takes more, or is at its end.
  TERMINAL_FILES = 256,
};

// A file to wait for besides the terminal, until there is something to read or, if it is to be
// written, until it takes more.
typedef struct {
  int32_t descriptor;
  int32_t writes;
} terminal_file;

// More of them are not waited for.
enum { TERMINAL_MOST_FILES = 16 };

// Waits for something to happen, at most `milliseconds`, or forever if that is negative.
// With TERMINAL_QUIT, `signal` receives the signal's number.
int32_t terminal_wait(int64_t milliseconds, const terminal_file *others, int32_t count,
                      int32_t *signal);

// Makes terminal_wait return, or its next call. Async-signal-safe.
void terminal_wake(void);

// Keys with names; function keys are TERMINAL_KEY_FUNCTION + their number.
enum {
  TERMINAL_KEY_UP = 256,
  TERMINAL_KEY_DOWN,
  TERMINAL_KEY_LEFT,
  TERMINAL_KEY_RIGHT,
  TERMINAL_KEY_ENTER,
  TERMINAL_KEY_BACK_TAB,
  TERMINAL_KEY_BACKSPACE,
  TERMINAL_KEY_DELETE,
  TERMINAL_KEY_HOME,
  TERMINAL_KEY_END,
  TERMINAL_KEY_PAGE_UP,
  TERMINAL_KEY_PAGE_DOWN,
  TERMINAL_KEY_FUNCTION = 512,
};

// The keys that terminfo knows of the open terminal, by an index from 0: returns what key it is and
// the text it sends, which may be empty, or -1 after the last.
int32_t terminal_known_key(int32_t index, const char **text);

// Reads at most `count` of the bytes that terminal_wait found. Returns how many.
int32_t terminal_read(uint8_t *bytes, int32_t count);

#endif
