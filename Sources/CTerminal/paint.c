#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdio.h>
#include <string.h>

#include "CTerminal.h"
#include "internal.h"

static void add(const char *text) { terminal_queue(text, strlen(text)); }

static void add_color(int32_t color, int base) {
  char text[32];
  if (color >= TERMINAL_DIRECT) {
    snprintf(text, sizeof text, ";%d;2;%d;%d;%d", base + 8, color >> 16 & 255, color >> 8 & 255,
             color & 255);
  } else {
    snprintf(text, sizeof text, ";%d;5;%d", base + 8, color & 255);
  }
  add(text);
}

static void add_glyph(uint32_t glyph) {
  char text[5] = {0};
  if (glyph < 0x80) {
    text[0] = (char)glyph;
  } else if (glyph < 0x800) {
    text[0] = (char)(0xC0 | glyph >> 6);
    text[1] = (char)(0x80 | (glyph & 63));
  } else if (glyph < 0x10000) {
    text[0] = (char)(0xE0 | glyph >> 12);
    text[1] = (char)(0x80 | (glyph >> 6 & 63));
    text[2] = (char)(0x80 | (glyph & 63));
  } else {
    text[0] = (char)(0xF0 | glyph >> 18);
    text[1] = (char)(0x80 | (glyph >> 12 & 63));
    text[2] = (char)(0x80 | (glyph >> 6 & 63));
    text[3] = (char)(0x80 | (glyph & 63));
  }
  add(text);
}

static int look_alike(const terminal_cell *a, const terminal_cell *b) {
  return a->background == b->background && a->attributes == b->attributes &&
         a->foreground == b->foreground;
}

void terminal_paint(int32_t row, int32_t column, int32_t count, const terminal_cell *cells) {
  int columns = getmaxx(stdscr);
  if (row < 0 || row >= getmaxy(stdscr) || column < 0 || column >= columns) return;
  if (count > columns - column) count = columns - column;
  char text[48];
  snprintf(text, sizeof text, "\x1b[%d;%dH", row + 1, column + 1);
  add(text);
  const terminal_cell *last = NULL;
  for (int i = 0; i < count; i++) {
    const terminal_cell *cell = &cells[i];
    int width = i + 1 < count && cells[i + 1].glyph == 0 ? 2 : 1;
    if (last == NULL || !look_alike(last, cell)) {
      add("\x1b[0");
      if (cell->attributes & 1) add(";1");
      if (cell->attributes & 2) add(";4");
      if (cell->attributes & 4) add(";7");
      if (cell->foreground >= 0) add_color(cell->foreground, 30);
      if (cell->background >= 0) add_color(cell->background, 40);
      add("m");
      last = cell;
    }
    wchar_t glyph = terminal_drawable(cell->glyph, width);
    add_glyph((uint32_t)glyph);
    if (width == 2) {
      i++;
      if (glyph == L'?') add(" ");
    }
  }
  add("\x1b[0m");
}

void terminal_paint_end(void) { terminal_flush(); }
