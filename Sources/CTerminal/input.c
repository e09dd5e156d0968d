#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdio.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

#include "CTerminal.h"

// What terminfo calls keys; of two names for one the first comes first.
static const struct {
  const char *capability;
  int32_t key;
} names[] = {
    {"kcuu1", TERMINAL_KEY_UP},        {"kcud1", TERMINAL_KEY_DOWN},
    {"kcuf1", TERMINAL_KEY_RIGHT},     {"kcub1", TERMINAL_KEY_LEFT},
    {"kri", TERMINAL_KEY_UP},          {"kind", TERMINAL_KEY_DOWN},
    {"kRIT", TERMINAL_KEY_RIGHT},      {"kLFT", TERMINAL_KEY_LEFT},
    {"kent", TERMINAL_KEY_ENTER},      {"kcbt", TERMINAL_KEY_BACK_TAB},
    {"kbs", TERMINAL_KEY_BACKSPACE},   {"kdch1", TERMINAL_KEY_DELETE},
    {"khome", TERMINAL_KEY_HOME},      {"kfnd", TERMINAL_KEY_HOME},
    {"kend", TERMINAL_KEY_END},        {"kslt", TERMINAL_KEY_END},
    {"kpp", TERMINAL_KEY_PAGE_UP},     {"knp", TERMINAL_KEY_PAGE_DOWN},
};
enum { named = sizeof names / sizeof *names, functions = 63 };

int32_t terminal_known_key(int32_t index, const char **text) {
  char function[8];
  const char *capability = function;
  int32_t key;
  if (index < 0 || index >= named + functions) return -1;
  if (index < named) {
    capability = names[index].capability;
    key = names[index].key;
  } else {
    int number = index - named + 1;
    snprintf(function, sizeof function, "kf%d", number);
    key = TERMINAL_KEY_FUNCTION + number;
  }
  const char *found = tigetstr((char *)capability);
  *text = found == NULL || found == (const char *)-1 ? "" : found;
  return key;
}

int32_t terminal_read(uint8_t *bytes, int32_t count) {
  // Bytes of one reading, not of curses: it drops a character whose bytes arrive in two, takes the
  // parts of a sequence for keys, and reads on for as long as something comes.
  ssize_t length = read(STDIN_FILENO, bytes, (size_t)count);
  return length < 0 ? 0 : (int32_t)length;
}
