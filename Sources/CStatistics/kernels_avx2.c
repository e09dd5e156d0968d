#include "CStatistics.h"

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define LANES 8
#include "kernels.inc"
#pragma clang attribute pop

const cstatistics_kernels cstatistics_avx2_kernels = {power_sums, count, measure};
#endif
