#include "CLAPACK.h"

#include <stdlib.h>

// OpenBLAS chooses its kernels as the program is loaded, from a list of processors that ends where its
// release does: a newer processor gets the oldest kernels, at half the speed. One set for all that have
// AVX2 is fast on every one of them, and the digits shown are the same. A choice of the user's stands.
__attribute__((constructor(101))) static void choose_kernels(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
    setenv("OPENBLAS_CORETYPE", "Haswell", 0);
  }
#endif
}
