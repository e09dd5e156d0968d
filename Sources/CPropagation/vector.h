#ifndef INITSCOPE_CPROPAGATION_VECTOR_H
#define INITSCOPE_CPROPAGATION_VECTOR_H

// The loader chooses the widest of these that the processor has.
#if defined(__x86_64__) && defined(__linux__)
#define WIDEST                                                                       \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define WIDEST
#endif

#define INLINED static inline __attribute__((always_inline))

#endif
