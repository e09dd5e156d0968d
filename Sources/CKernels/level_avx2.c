#include "level.h"

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define LANES 8
#define LEVEL ckernels_avx2_level
#include "level.inc"
#pragma clang attribute pop
#endif
