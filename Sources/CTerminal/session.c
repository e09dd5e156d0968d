#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <errno.h>
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
static terminal_text resumption;
static int colors;
// Whether the terminal reports the mouse, and what makes it do so and stop.
static int mouse;
static const char mouse_on[] = "\033[?1000h\033[?1006h";
static const char mouse_off[] = "\033[?1006l\033[?1000l";

// The text append adds to; tputs takes a function without a context.
static terminal_text *target;

static int append(int character) {
  if (target->length < sizeof target->bytes) target->bytes[target->length++] = (char)character;
  return character;
}

static void append_capability(const char *name) {
  const char *text = tigetstr((char *)name);
  if (text != NULL && text != (const char *)-1) tputs(text, 1, append);
}

// What endwin would send, kept for the handlers of fatal signals, and the opposite.
static void prepare_texts(void) {
  target = &restoration.text;
  target->length = 0;
  for (const char *byte = mouse ? mouse_off : ""; *byte != '\0'; byte++) append(*byte);
  append_capability("sgr0");
  append_capability("op");
  append_capability("rmkx");
  append_capability("cnorm");
  append_capability("rmcup");
  append('\r');
  append('\n');
  target = &resumption;
  target->length = 0;
  append_capability("smcup");
  append_capability("smkx");
  append_capability("civis");
}

// Terminals whose names small systems lack and which understand what xterm understands.
static int resembles_xterm(const char *name) {
  const char *prefixes[] = {"xterm", "kitty", "alacritty", "ghostty", "tmux", "screen",
                            "foot",  "wezterm"};
  for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
    if (strncmp(name, prefixes[i], strlen(prefixes[i])) == 0) return 1;
  }
  return 0;
}

static SCREEN *open_screen(void) {
  const char *name = getenv("TERM");
  if (name == NULL || *name == '\0') return NULL;
  SCREEN *opened = newterm(name, stdout, stdin);
  if (opened == NULL && resembles_xterm(name)) opened = newterm("xterm-256color", stdout, stdin);
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

int32_t terminal_open(void) {
  if (screen != NULL) return TERMINAL_ALREADY_OPEN;
  if (!terminal_is_there()) return TERMINAL_NOT_A_TERMINAL;
  if (tcgetattr(STDIN_FILENO, &restoration.modes) != 0) return TERMINAL_NOT_A_TERMINAL;
  if (terminal_prepare_pipe() != 0) return TERMINAL_FAILED;
  // Exported ones would override the real size.
  unsetenv("LINES");
  unsetenv("COLUMNS");
  fflush(stdout);
  terminal_watch_signals();
  screen = open_screen();
  if (screen == NULL) {
    terminal_remove_handlers();
    tcsetattr(STDIN_FILENO, TCSADRAIN, &restoration.modes);
    return TERMINAL_UNKNOWN;
  }
  const char *move = tigetstr("cup");
  if (move == NULL || move == (const char *)-1) {
    terminal_close();
    return TERMINAL_CANNOT_MOVE_CURSOR;
  }
  prepare_texts();
  static int registered;
  if (!registered) {
    registered = 1;
    atexit(terminal_close);
  }
  terminal_capture_errors();
  terminal_guard_crashes(&restoration);
  if (getenv("ESCDELAY") == NULL) set_escdelay(25);
  start_colors();
  cbreak();
  noecho();
  nonl();
  leaveok(stdscr, TRUE);
  scrollok(stdscr, FALSE);
  // A waiting key must not leave half a frame on the screen.
  typeahead(-1);
  curs_set(0);
  terminal_prepare_input();
  tcgetattr(STDIN_FILENO, &session_modes);
  return TERMINAL_OPENED;
}

static void send_text(const char *text) { terminal_send((const uint8_t *)text, (int64_t)strlen(text)); }

void terminal_mouse(int32_t on) {
  if (screen == NULL || !on == !mouse) return;
  mouse = on != 0;
  prepare_texts();
  send_text(mouse ? mouse_on : mouse_off);
}

void terminal_close(void) {
  if (screen == NULL) return;
  terminal_mouse(0);
  endwin();
  terminal_remove_handlers();
  delscreen(screen);
  screen = NULL;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &restoration.modes);
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
  if (mouse && !isendwin()) send_text(mouse_off);
  if (!isendwin()) endwin();
  if (known) {
    int ours = are_equal(&modes, &session_modes);
    tcsetattr(STDIN_FILENO, TCSADRAIN, ours ? &restoration.modes : &modes);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  terminal_stop();
}

void terminal_resume(void) {
  if (screen == NULL) return;
  reset_prog_mode();
  terminal_resume_input();
  // After SIGSTOP nobody has left the screen, but the shell may have; after endwin, ncurses
  // enters it with the next frame.
  if (!isendwin()) (void)!write(STDOUT_FILENO, resumption.bytes, resumption.length);
  if (mouse) send_text(mouse_on);
  terminal_resize();
}

int32_t terminal_colors(void) { return colors; }

int32_t terminal_ask_for_background(void) {
  if (screen == NULL) return 0;
  const char *name = getenv("TERM");
  const char *silent[] = {"linux", "dumb", "eterm", "ansi", "pcansi", "cons", "sun", "vt1", "vt2",
                          "vt3",   "vt4",  "vt5"};
  for (size_t i = 0; i < sizeof silent / sizeof *silent; i++) {
    if (name == NULL || strncmp(name, silent[i], strlen(silent[i])) == 0) return 0;
  }
  static const char question[] = "\x1b]11;?\x1b\\\x1b[c";
  return write(STDOUT_FILENO, question, sizeof question - 1) == (ssize_t)(sizeof question - 1);
}

void terminal_size(int32_t *width, int32_t *height) {
  *width = screen != NULL ? getmaxx(stdscr) : 0;
  *height = screen != NULL ? getmaxy(stdscr) : 0;
}

void terminal_resize(void) {
  if (screen == NULL) return;
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0 &&
      is_term_resized(size.ws_row, size.ws_col)) {
    resizeterm(size.ws_row, size.ws_col);
  }
  clearok(curscr, TRUE);
}

void terminal_send(const uint8_t *bytes, int64_t count) {
  if (screen == NULL) return;
  while (count > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, (size_t)count);
    if (written < 0 && errno == EINTR) continue;
    // A terminal that takes nothing has nothing to be told.
    if (written <= 0) return;
    bytes += written;
    count -= written;
  }
}
