#ifndef INITSCOPE_CKERNELS_H
#define INITSCOPE_CKERNELS_H

// The inner loops, a header a subject.

#include "births.h"
#include "levels.h"
#include "measuring.h"
#include "processors.h"
#include "sampling.h"
#include "signals.h"

#endif
