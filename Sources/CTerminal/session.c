#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

#include "CTerminal.h"
#include "internal.h"

static SCREEN *screen;
static terminal_restoration restoration;
// The modes while the session has the terminal.
static struct termios session_modes;
// What brings a stopped program's screen back.
static char resumption[256];
static size_t resumption_length;
static int colors;
static const char mouse_on[] = "\033[?1000h\033[?1006h";
static const char mouse_off[] = "\033[?1006l\033[?1000l";
// Has pasted text marked as such, and no longer.
static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";
// Larger ones are left alone at their edges; curses counts cells in 16 bits.
enum { most_columns = 1000, most_rows = 1000 };

// The text append adds to; tputs takes a function without a context.
static char *target;
static size_t target_length, target_size;

static int append(int character) {
  if (target_length < target_size) target[target_length++] = (char)character;
  return character;
}

static void append_text(const char *text) {
  while (*text != '\0') append(*text++);
}

static const char *capability(const char *name) {
  const char *text = tigetstr((char *)name);
  return text == (const char *)-1 ? NULL : text;
}

static void append_capability(const char *name) {
  const char *text = capability(name);
  if (text != NULL) tputs(text, 1, append);
}

int32_t terminal_takes_sequences(void) {
  const char *name = getenv("TERM");
  const char *plain[] = {"linux", "dumb", "eterm", "ansi", "pcansi", "cons", "sun", "vt1", "vt2",
                         "vt3",   "vt4",  "vt5"};
  for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
    if (name == NULL || strncmp(name, plain[i], strlen(plain[i])) == 0) return 0;
  }
  return 1;
}

// What leaves the screen, also from the handlers of fatal signals, and the opposite.
static void prepare_texts(void) {
  target = restoration.text;
  target_size = sizeof restoration.text;
  target_length = 0;
  append_text(mouse_off);
  restoration.mouse_length = target_length;
  if (terminal_takes_sequences()) append_text(paste_off);
  // All rows scroll together, whatever size the screen had before.
  const char *margins = capability("csr");
  if (margins != NULL) tputs(tparm(margins, 0L, (long)getmaxy(stdscr) - 1), 1, append);
  append_capability("sgr0");
  append_capability("op");
  append_capability("rmkx");
  append_capability("cnorm");
  if (capability("rmcup") != NULL) {
    append_capability("rmcup");
    append('\r');
  } else {
    // Where there is no other screen, what follows is written over the last row of this one.
    const char *move = capability("cup");
    if (move != NULL) tputs(tparm(move, (long)getmaxy(stdscr) - 1, 0L), 1, append);
    append_capability("el");
  }
  restoration.length = target_length;
  target = resumption;
  target_size = sizeof resumption;
  target_length = 0;
  append_capability("smkx");
  if (terminal_takes_sequences()) append_text(paste_on);
  append_capability("civis");
  resumption_length = target_length;
}

// Terminals whose names small systems lack and which understand what xterm understands.
static int resembles_xterm(const char *name) {
  const char *prefixes[] = {"xterm",   "kitty",  "alacritty", "ghostty", "tmux",  "screen",
                            "foot",    "wezterm", "st-",      "stterm",  "konsole", "putty",
                            "gnome",   "vte",    "rxvt",      "mintty",  "contour", "rio",
                            "iTerm",   "nsterm", "ms-terminal"};
  for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
    if (strncmp(name, prefixes[i], strlen(prefixes[i])) == 0) return 1;
  }
  return 0;
}

static void set_number(const char *name, int32_t number) {
  char text[12];
  snprintf(text, sizeof text, "%d", number);
  setenv(name, text, 1);
}

static SCREEN *open_screen(FILE *output) {
  const char *name = getenv("TERM");
  if (name == NULL || *name == '\0') return NULL;
  // What curses writes to has no size, and for the one it takes it says so to the terminal, whose
  // rows beyond would no longer scroll.
  int32_t width, height;
  if (terminal_window(&width, &height)) {
    set_number("COLUMNS", width);
    set_number("LINES", height);
  }
  SCREEN *opened = newterm(name, output, stdin);
  if (opened == NULL && resembles_xterm(name)) opened = newterm("xterm-256color", output, stdin);
  // They would go on to override the real size, and so would those that the parent exported.
  unsetenv("LINES");
  unsetenv("COLUMNS");
  return opened;
}

// The extended capabilities that say so: RGB of ncurses, a flag, number or text, and Tc of tmux.
static int takes_direct_colors(void) {
  const char *text = tigetstr("RGB");
  return tigetflag("RGB") > 0 || tigetnum("RGB") > 0 ||
         (text != NULL && text != (const char *)-1) || tigetflag("Tc") > 0;
}

static void start_colors(void) {
  colors = 0;
  terminal_forget_pairs();
  if (!has_colors() || start_color() == ERR) return;
  // A terminal that cannot go back to its default colours would be painted black.
  if (use_default_colors() == ERR) return;
  colors = takes_direct_colors() ? TERMINAL_DIRECT : COLORS;
}

int32_t terminal_is_there(void) { return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO); }

static void forget_screen(void) {
  // Says what would leave the screen, which has been left.
  endwin();
  terminal_forget_collected();
  terminal_remove_handlers();
  delscreen(screen);
  screen = NULL;
}

// Keys as they come and at once, Ctrl-S and Ctrl-Q among them; Ctrl-C, Ctrl-Z and Ctrl-\ stay signals.
static void prepare_modes(void) {
  session_modes = restoration.modes;
  session_modes.c_lflag &= (tcflag_t) ~(ICANON | ECHO | ECHONL);
  session_modes.c_iflag &= (tcflag_t) ~(ICRNL | INLCR | IGNCR | IXON | ISTRIP);
  session_modes.c_oflag &= (tcflag_t)~ONLCR;
  session_modes.c_cc[VMIN] = 1;
  session_modes.c_cc[VTIME] = 0;
}

int32_t terminal_open(void) {
  if (screen != NULL) return TERMINAL_ALREADY_OPEN;
  if (!terminal_is_there()) return TERMINAL_NOT_A_TERMINAL;
  if (tcgetattr(STDIN_FILENO, &restoration.modes) != 0) return TERMINAL_NOT_A_TERMINAL;
  if (terminal_prepare_pipe() != 0) return TERMINAL_FAILED;
  fflush(stdout);
  FILE *output = terminal_open_output();
  if (output == NULL) return TERMINAL_FAILED;
  // Before anything is changed: what puts the terminal back is nothing as yet.
  restoration.length = restoration.mouse_length = 0;
  restoration.reports_mouse = 0;
  terminal_watch_signals();
  terminal_guard_crashes(&restoration);
  screen = open_screen(output);
  if (screen == NULL) {
    terminal_remove_handlers();
    terminal_close_output();
    return TERMINAL_UNKNOWN;
  }
  if (capability("cup") == NULL) {
    forget_screen();
    terminal_close_output();
    return TERMINAL_CANNOT_MOVE_CURSOR;
  }
  terminal_resize();
  prepare_texts();
  static int registered;
  if (!registered) {
    registered = 1;
    atexit(terminal_close);
  }
  terminal_capture_errors();
  start_colors();
  // What curses has of the terminal's modes is not the terminal's; it asks for this all the same.
  nonl();
  leaveok(stdscr, TRUE);
  scrollok(stdscr, FALSE);
  // A waiting key must not leave half a frame on the screen.
  typeahead(-1);
  curs_set(0);
  prepare_modes();
  tcsetattr(STDIN_FILENO, TCSADRAIN, &session_modes);
  terminal_collect();
  terminal_queue(resumption, resumption_length);
  return TERMINAL_OPENED;
}

static void send_text(const char *text) {
  terminal_send((const uint8_t *)text, (int64_t)strlen(text));
}

void terminal_mouse(int32_t on) {
  if (screen == NULL || !on == !restoration.reports_mouse) return;
  restoration.reports_mouse = on != 0;
  send_text(on ? mouse_on : mouse_off);
}

static void send_restoration(void) {
  size_t start = restoration.reports_mouse ? 0 : restoration.mouse_length;
  terminal_send_last(restoration.text + start, restoration.length - start);
}

void terminal_close(void) {
  if (screen == NULL) return;
  send_restoration();
  restoration.reports_mouse = 0;
  forget_screen();
  tcsetattr(STDIN_FILENO, TCSANOW, &restoration.modes);
  terminal_close_output();
  terminal_release_errors();
}

static int are_equal(const struct termios *a, const struct termios *b) {
  return a->c_iflag == b->c_iflag && a->c_oflag == b->c_oflag && a->c_cflag == b->c_cflag &&
         a->c_lflag == b->c_lflag && memcmp(a->c_cc, b->c_cc, sizeof a->c_cc) == 0;
}

void terminal_suspend(void) {
  if (screen == NULL) return;
  // The shell has the terminal back already if it saw another process of the job stop. Its modes
  // then stay, and leaving the screen must not stop this process halfway.
  sigset_t output, before;
  sigemptyset(&output);
  sigaddset(&output, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &output, &before);
  struct termios modes;
  int known = tcgetattr(STDIN_FILENO, &modes) == 0;
  send_restoration();
  if (known && are_equal(&modes, &session_modes)) {
    tcsetattr(STDIN_FILENO, TCSANOW, &restoration.modes);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  terminal_stop();
}

void terminal_resume(void) {
  if (screen == NULL) return;
  tcsetattr(STDIN_FILENO, TCSANOW, &session_modes);
  // After SIGSTOP nobody has left the screen, but the shell may have.
  const char *enter = capability("smcup");
  if (enter != NULL) terminal_queue(enter, strlen(enter));
  terminal_queue(resumption, resumption_length);
  if (restoration.reports_mouse) send_text(mouse_on);
  terminal_resize();
}

int32_t terminal_colors(void) { return colors; }

int32_t terminal_window(int32_t *width, int32_t *height) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) {
    return 0;
  }
  *width = size.ws_col < most_columns ? size.ws_col : most_columns;
  *height = size.ws_row < most_rows ? size.ws_row : most_rows;
  return 1;
}

void terminal_size(int32_t *width, int32_t *height) {
  *width = screen != NULL ? getmaxx(stdscr) : 0;
  *height = screen != NULL ? getmaxy(stdscr) : 0;
}

void terminal_resize(void) {
  if (screen == NULL) return;
  int32_t width, height;
  if (terminal_window(&width, &height) && is_term_resized(height, width)) {
    resizeterm(height, width);
    prepare_texts();
  }
  terminal_repaint();
}

void terminal_repaint(void) {
  if (screen != NULL) clearok(curscr, TRUE);
}

void terminal_send(const uint8_t *bytes, int64_t count) {
  if (screen == NULL) return;
  terminal_queue((const char *)bytes, (size_t)count);
  terminal_flush();
}
