#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include <curses.h>

#include "CTerminal.h"
#include "internal.h"

// Reading refreshes the window it reads for, except a pad.
static WINDOW *keyboard;

// Cursor keys as terminals send them that ignore the request for application mode.
static void define_keys(void) {
  const struct {
    const char *text;
    int key;
  } keys[] = {
      {"\033[A", KEY_UP},   {"\033[B", KEY_DOWN}, {"\033[C", KEY_RIGHT}, {"\033[D", KEY_LEFT},
      {"\033[H", KEY_HOME}, {"\033[F", KEY_END},  {"\033[1~", KEY_HOME}, {"\033[4~", KEY_END},
      {"\033[Z", KEY_BTAB},
  };
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    if (key_defined(keys[i].text) == 0) define_key(keys[i].text, keys[i].key);
  }
}

void terminal_prepare_input(void) {
  keyboard = newpad(1, 1);
  keypad(keyboard, TRUE);
  meta(keyboard, TRUE);
  nodelay(keyboard, TRUE);
  define_keys();
  // Terminals whose mouse reports ncurses would take apart: they are left as they come.
  define_key(NULL, KEY_MOUSE);
}

void terminal_resume_input(void) {
  // Left to ncurses, the terminal would be asked when the next key is read, one too late.
  keypad(keyboard, TRUE);
}

static int32_t named(int key) {
  if (key >= KEY_F(1) && key <= KEY_F(63)) return TERMINAL_KEY_FUNCTION + (key - KEY_F0);
  switch (key) {
    case KEY_UP:
    case KEY_SR: return TERMINAL_KEY_UP;
    case KEY_DOWN:
    case KEY_SF: return TERMINAL_KEY_DOWN;
    case KEY_LEFT:
    case KEY_SLEFT: return TERMINAL_KEY_LEFT;
    case KEY_RIGHT:
    case KEY_SRIGHT: return TERMINAL_KEY_RIGHT;
    case KEY_ENTER: return TERMINAL_KEY_ENTER;
    case KEY_BTAB: return TERMINAL_KEY_BACK_TAB;
    case KEY_BACKSPACE: return TERMINAL_KEY_BACKSPACE;
    case KEY_DC: return TERMINAL_KEY_DELETE;
    case KEY_HOME:
    case KEY_FIND:
    case KEY_A1: return TERMINAL_KEY_HOME;
    case KEY_END:
    case KEY_SELECT:
    case KEY_C1: return TERMINAL_KEY_END;
    case KEY_PPAGE:
    case KEY_A3: return TERMINAL_KEY_PAGE_UP;
    case KEY_NPAGE:
    case KEY_C3: return TERMINAL_KEY_PAGE_DOWN;
    default: return TERMINAL_KEY_OTHER;
  }
}

int32_t terminal_read(void) {
  // Bytes, not wget_wch: it drops a character whose bytes arrive in two reads, and all of
  // those above ASCII in the C locale.
  int key = wgetch(keyboard);
  if (key == ERR) return -1;
  return key < 256 ? key : named(key);
}
