#include "CStatistics.h"

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2,fma"))), apply_to = function)
#define LANES 16
#include "kernels.inc"
#pragma clang attribute pop

const cstatistics_kernels cstatistics_avx512_kernels = {power_sums, count, measure};
#endif
