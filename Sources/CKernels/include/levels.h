#ifndef INITSCOPE_LEVELS_H
#define INITSCOPE_LEVELS_H

#include "births.h"
#include "measuring.h"
#include "sampling.h"
#include "signals.h"

// Every inner loop that is compiled once for each instruction set.
typedef struct {
  sampling_kernels sampling;
  threefry_kernels threefry;
  philox_kernels philox;
  measuring_kernels measuring;
  births_kernels births;
  signals_kernels signals;
} ckernels;

typedef enum {
  ckernels_portable = 0,
  ckernels_avx2 = 1,
  ckernels_avx512 = 2,
} ckernels_level;

// The kernels of a level, or NULL if this processor (or this build) has no such instructions.
const ckernels *ckernels_for(ckernels_level level);

// The widest kernels this processor runs.
const ckernels *ckernels_best(void);

#endif
