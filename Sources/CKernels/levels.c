#include "levels.h"

extern const ckernels ckernels_portable_level;

#if defined(__x86_64__)
extern const ckernels ckernels_avx2_level;
extern const ckernels ckernels_avx512_level;

const ckernels *ckernels_for(ckernels_level level) {
  __builtin_cpu_init();
  int avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  switch (level) {
    case ckernels_portable:
      return &ckernels_portable_level;
    case ckernels_avx2:
      return avx2 ? &ckernels_avx2_level : NULL;
    case ckernels_avx512:
      return avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                     __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")
                 ? &ckernels_avx512_level
                 : NULL;
  }
  return NULL;
}
#else
const ckernels *ckernels_for(ckernels_level level) {
  return level == ckernels_portable ? &ckernels_portable_level : NULL;
}
#endif

const ckernels *ckernels_best(void) {
  for (int level = ckernels_avx512; level > ckernels_portable; level--) {
    const ckernels *kernels = ckernels_for((ckernels_level)level);
    if (kernels) return kernels;
  }
  return &ckernels_portable_level;
}
