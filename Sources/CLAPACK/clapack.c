#include "CLAPACK.h"

#include <pthread.h>
#include <stdlib.h>

// OpenBLAS's choice of kernels, where it was built with more than one set.
__attribute__((weak)) extern void gotoblas_dynamic_init(void);
__attribute__((weak)) extern void gotoblas_dynamic_quit(void);

// It is made as the program is loaded, from a list of processors that ends where OpenBLAS's release
// does: a newer processor gets the oldest kernels, at half the speed. One set for all that have AVX2 is
// fast on every one of them, and the digits shown are the same. A choice of the user's stands.
static void choose_kernels(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return;
  if (!gotoblas_dynamic_init || !gotoblas_dynamic_quit || getenv("OPENBLAS_CORETYPE")) return;
  // Not before main: Swift finds the arguments beside the environment, which this moves.
  if (setenv("OPENBLAS_CORETYPE", "Haswell", 0) != 0) return;
  gotoblas_dynamic_quit();
  gotoblas_dynamic_init();
#endif
}

// OpenBLAS's threads, where it was built with threads of its own. They are started as the program is
// loaded, whether or not anything is ever computed; the linker has that call come here instead.
__attribute__((weak)) extern int __real_blas_thread_init(void);
__attribute__((weak)) extern int blas_cpu_number;

int __wrap_blas_thread_init(void) { return 0; }

int32_t clapack_threads(void) { return &blas_cpu_number ? blas_cpu_number : 1; }

void clapack_use_threads(int32_t are_wanted) {
  if (!&blas_cpu_number) return;
  if (!are_wanted || !__real_blas_thread_init) {
    blas_cpu_number = 1;
  } else {
    __real_blas_thread_init();
  }
}

void clapack_prepare(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, choose_kernels);
}
