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

// Threefry-2x32 by key and counter, and XLA's numbers of its words; any counter can be the first.
typedef struct {
  // words[i] = both halves of the block at counter first + i, xored.
  void (*words)(const uint32_t *key, uint64_t first, uint32_t *words, size_t count);
  // out[i] = max(low, fma(u, span, low)) · scale, u = the high 23 bits of the word · 2^-23.
  void (*uniform)(
      const uint32_t *key, uint64_t first, float *out, size_t count, float low, float span,
      float scale);
  // out[i] = erf⁻¹(u) · factor · scale, u uniform in (-1, 1).
  void (*normal)(
      const uint32_t *key, uint64_t first, float *out, size_t count, float factor, float scale);
  // out[i] = √2·erf⁻¹(u) · scale inside (-2, 2) · scale, u uniform between erf(-√2) and erf(√2).
  void (*truncated)(const uint32_t *key, uint64_t first, float *out, size_t count, float scale);
} threefry_kernels;

// Philox-4x32 by key and counter, and TensorFlow's numbers of its words, in groups of four to a counter. A key
// is of four words: Philox's two, and the upper half of all counters.
typedef struct {
  // Four words a counter from `first` on.
  void (*words)(const uint32_t *key, uint64_t first, uint32_t *words, size_t groups);
  // In place: u · span + low, u = the low 23 bits of the word · 2^-23.
  void (*uniform)(float *values, size_t count, float low, float span);
  // In place: Box-Muller on pairs of words.
  void (*normal)(float *values, size_t groups, float mean, float standard_deviation);
  // Normal numbers inside (-2, 2) · standard_deviation; a group draws at counters from 256 · its number on.
  void (*truncated)(
      const uint32_t *key, uint64_t first, float *out, size_t groups, float standard_deviation);
} philox_kernels;

// PCG XSL-RR 128/64 (O'Neill 2014), as NumPy has it; numbers of 128 bits are given upper half first.
typedef struct {
  uint64_t state[2], increment[2];
} pcg64;

// Makes a generator of the eight words of a seed, lower halves first, each so many places behind the last.
void pcg64_seed(pcg64 *generator, const uint32_t *words, size_t stride);

// Passes over as many words.
void pcg64_skip(pcg64 *generator, uint64_t steps);

// The next words.
void pcg64_words(pcg64 *generator, uint64_t *words, size_t count);

// out[i] = low + span · u in double precision, u = the high 53 bits of a word · 2^-53.
void pcg64_uniform(pcg64 *generator, float *out, size_t count, double low, double span);

enum { ziggurat_layers = 256 };

// A layer of the normal law's ziggurat (Marsaglia & Tsang 2000).
typedef struct {
  // The layer's width · 2^-52.
  double unit;
  // Multiples of the unit below this one lie under the curve.
  uint64_t inside;
  // exp(-x²/2) at the layer's end.
  double height;
} ziggurat_layer;

// Writes all layers.
void ziggurat_prepare(ziggurat_layer *layers);

// Normal numbers by the ziggurat, rounded from double precision, without those outside [low, high].
void pcg64_normal(
    pcg64 *generator, const ziggurat_layer *layers, float *out, size_t count, double mean,
    double standard_deviation, double low, double high);

// How a tensor's first number is drawn: low + span · u, or by the ziggurat of some layers.
typedef struct {
  const ziggurat_layer *layers;
  double mean, standard_deviation, low, high;
} pcg64_law;

// Writes the places of those seeds, by all first words, all second ones and so on, whose first number is this one; returns how many.
size_t pcg64_find(
    const uint32_t *seeds, size_t count, const pcg64_law *law, float number, uint32_t *places);

#endif
