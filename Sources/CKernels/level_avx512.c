#include "level.h"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2,fma"))), apply_to = function)
#define LANES 16
#define LEVEL ckernels_avx512_level
#include "level.inc"
#pragma clang attribute pop
#endif
