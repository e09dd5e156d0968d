#include "CStatistics.h"

extern const cstatistics_kernels cstatistics_portable_kernels;

#if defined(__x86_64__)
extern const cstatistics_kernels cstatistics_avx2_kernels;
extern const cstatistics_kernels cstatistics_avx512_kernels;

const cstatistics_kernels *cstatistics_kernels_for(cstatistics_level level) {
  __builtin_cpu_init();
  int avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  switch (level) {
    case cstatistics_portable:
      return &cstatistics_portable_kernels;
    case cstatistics_avx2:
      return avx2 ? &cstatistics_avx2_kernels : NULL;
    case cstatistics_avx512:
      return avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                     __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")
                 ? &cstatistics_avx512_kernels
                 : NULL;
  }
  return NULL;
}
#else
const cstatistics_kernels *cstatistics_kernels_for(cstatistics_level level) {
  return level == cstatistics_portable ? &cstatistics_portable_kernels : NULL;
}
#endif

const cstatistics_kernels *cstatistics_best_kernels(void) {
  for (int level = cstatistics_avx512; level > cstatistics_portable; level--) {
    const cstatistics_kernels *kernels = cstatistics_kernels_for((cstatistics_level)level);
    if (kernels) return kernels;
  }
  return &cstatistics_portable_kernels;
}
