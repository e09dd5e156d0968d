#ifndef INITSCOPE_CSAMPLING_H
#define INITSCOPE_CSAMPLING_H

#include <stddef.h>
#include <stdint.h>

// The inner loops of sampling, compiled once for each instruction set. All give the same bits.

enum {
  csampling_state_words = 624,
  // Room behind the state, so that vectors may reach over its end.
  csampling_overlap_words = 16,
};

typedef struct {
  // Replaces MT19937's 624 state words by the next 624; the 16 words behind them are scratch.
  void (*refill)(uint32_t *state);
  // out[i] = fma(u, span, low), u = the low 24 bits of the tempered word · 2^-24.
  void (*uniform)(const uint32_t *words, float *out, size_t count, float low, float span);
  // Box–Muller in place on blocks of 16 uniform numbers.
  void (*normal)(float *values, size_t blocks, float mean, float standard_deviation);
} csampling_kernels;

typedef enum {
  csampling_portable = 0,
  csampling_avx2 = 1,
  csampling_avx512 = 2,
} csampling_level;

// The kernels of a level, or NULL if this processor (or this build) has no such instructions.
const csampling_kernels *csampling_kernels_for(csampling_level level);

// The widest kernels this processor runs.
const csampling_kernels *csampling_best_kernels(void);

#endif
