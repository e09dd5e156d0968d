#ifndef INITSCOPE_CTerminal_H
#define INITSCOPE_CTerminal_H

void CTerminal_unused(void);

#endif
