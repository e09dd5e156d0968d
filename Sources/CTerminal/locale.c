#define _GNU_SOURCE
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "CTerminal.h"

static int is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

// Whether the variable that decides the character set names UTF-8.
static int claims_utf8(void) {
  const char *names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (int i = 0; i < 3; i++) {
    const char *value = getenv(names[i]);
    if (value == NULL || *value == '\0') continue;
    return strcasestr(value, "utf-8") != NULL || strcasestr(value, "utf8") != NULL;
  }
  return 0;
}

int32_t terminal_adopt_locale(void) {
  setlocale(LC_CTYPE, "");
  // A locale that is named but not installed, as in small containers and over SSH.
  if (!is_utf8() && claims_utf8()) setlocale(LC_CTYPE, "C.UTF-8");
  return is_utf8();
}
