#ifndef INITSCOPE_CSampling_H
#define INITSCOPE_CSampling_H

void CSampling_unused(void);

#endif
