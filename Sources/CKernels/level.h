#ifndef INITSCOPE_LEVEL_H
#define INITSCOPE_LEVEL_H

// What the loops of every level are written in.

#include <math.h>
#include <string.h>

#include "levels.h"

#define INLINE static inline __attribute__((always_inline))

#endif
