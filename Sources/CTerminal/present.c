#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <string.h>
#include <wchar.h>

#include "CTerminal.h"
#include "internal.h"

// Colour pairs are made when they are first used: pair[foreground + 1][background + 1].
enum { sides = 257 };
static uint16_t pairs[sides][sides];
static int next_pair;

void terminal_forget_pairs(void) {
  memset(pairs, 0, sizeof pairs);
  next_pair = 1;
}

static int pair_of(int foreground, int background) {
  int count = terminal_colors();
  if (count > sides - 1) count = sides - 1;
  if (foreground < 0 || foreground >= count) foreground = -1;
  if (background < 0 || background >= count) background = -1;
  if (foreground < 0 && background < 0) return 0;
  uint16_t *pair = &pairs[foreground + 1][background + 1];
  if (*pair == 0 && next_pair <= UINT16_MAX &&
      init_extended_pair(next_pair, foreground, background) == OK) {
    *pair = (uint16_t)next_pair++;
  }
  return *pair;
}

wchar_t terminal_drawable(uint32_t glyph, int width) {
  if (glyph >= 0x20 && glyph < 0x7F) return (wchar_t)glyph;
  return glyph >= 0xA0 && wcwidth((wchar_t)glyph) == width ? (wchar_t)glyph : L'?';
}

void terminal_put_row(int32_t row, int32_t count, const terminal_cell *cells) {
  enum { most = 1024 };
  cchar_t line[most];
  int columns = getmaxx(stdscr);
  if (row < 0 || row >= getmaxy(stdscr)) return;
  if (count > columns) count = columns;
  if (count > most) count = most;
  int used = 0;
  for (int column = 0; column < count; column++) {
    const terminal_cell *cell = &cells[column];
    int width = column + 1 < count && cells[column + 1].glyph == 0 ? 2 : 1;
    wchar_t text[2] = {terminal_drawable(cell->glyph, width), L'\0'};
    attr_t attributes = A_NORMAL;
    if (cell->attributes & 1) attributes |= A_BOLD;
    if (cell->attributes & 2) attributes |= A_UNDERLINE;
    if (cell->attributes & 4) attributes |= A_REVERSE;
    int pair = pair_of(cell->foreground, cell->background);
    setcchar(&line[used++], text, attributes, 0, &pair);
    if (width == 2) {
      column++;
      if (text[0] == L'?') {
        text[0] = L' ';
        setcchar(&line[used++], text, attributes, 0, &pair);
      }
    }
  }
  mvwadd_wchnstr(stdscr, row, 0, line, used);
}

void terminal_forget_row(int32_t row) { wredrawln(stdscr, row, 1); }

void terminal_show(void) {
  wnoutrefresh(stdscr);
  doupdate();
  terminal_collect();
  terminal_flush();
}
