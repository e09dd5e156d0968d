#include "CTerminal.h"
void CTerminal_unused(void) {}
