#ifndef INITSCOPE_SAMPLING_H
#define INITSCOPE_SAMPLING_H

#include <stddef.h>
#include <stdint.h>

// The inner loops of sampling; all levels give the same bits.

enum {
  sampling_state_words = 624,
  // Room behind the state, so that vectors may reach over its end.
  sampling_overlap_words = 16,
};

typedef struct {
  // Replaces MT19937's 624 state words by the next 624; the 16 words behind them are scratch.
  void (*refill)(uint32_t *state);
  // out[i] = fma(u, span, low), u = the low 24 bits of the tempered word · 2^-24.
  void (*uniform)(const uint32_t *words, float *out, size_t count, float low, float span);
  // Box–Muller in place on blocks of 16 uniform numbers.
  void (*normal)(float *values, size_t blocks, float mean, float standard_deviation);
} sampling_kernels;

#endif
