#include "CSampling.h"

extern const csampling_kernels csampling_portable_kernels;

#if defined(__x86_64__)
extern const csampling_kernels csampling_avx2_kernels;
extern const csampling_kernels csampling_avx512_kernels;

const csampling_kernels *csampling_kernels_for(csampling_level level) {
  __builtin_cpu_init();
  int avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  switch (level) {
    case csampling_portable:
      return &csampling_portable_kernels;
    case csampling_avx2:
      return avx2 ? &csampling_avx2_kernels : NULL;
    case csampling_avx512:
      return avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                     __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")
                 ? &csampling_avx512_kernels
                 : NULL;
  }
  return NULL;
}
#else
const csampling_kernels *csampling_kernels_for(csampling_level level) {
  return level == csampling_portable ? &csampling_portable_kernels : NULL;
}
#endif

const csampling_kernels *csampling_best_kernels(void) {
  for (int level = csampling_avx512; level > csampling_portable; level--) {
    const csampling_kernels *kernels = csampling_kernels_for((csampling_level)level);
    if (kernels) return kernels;
  }
  return &csampling_portable_kernels;
}
