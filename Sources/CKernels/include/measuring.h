#ifndef INITSCOPE_MEASURING_H
#define INITSCOPE_MEASURING_H

#include <stddef.h>
#include <stdint.h>

// The inner loops of measuring; all levels give the same bits.

// Sums of the powers of x - shift, and the extremes.
typedef struct {
  double first, second, third, fourth;
  float least, greatest;
} measuring_sums;

// Equal cells; slot 0 is below them, slot cells + 1 above.
typedef struct {
  // A value lies in slot s + 1 or higher if it is >= thresholds[s]; there are cells + 1 of them.
  const float *thresholds;
  // (x - low)·scale counts cells, with an error below doubt.
  float low, scale, doubt;
  // cells + 1
  float last;
} measuring_grid;

// All floats cut into parts in order: the number of a part is the sum of ramps, rounded down. Each ramp
// rises with x by scale between its ends and is flat outside, so that the sum never falls, whatever is
// rounded.
enum { measuring_ramps = 3 };
typedef struct {
  float low[measuring_ramps], high[measuring_ramps], scale[measuring_ramps];
  // The ramps in use, the first of them.
  int32_t count;
} measuring_parts;

// The part of a value; what is not a number is in the first.
static inline int32_t measuring_part(float x, const measuring_parts *parts) {
#pragma clang fp contract(off)
  float sum = 0;
  for (int k = 0; k < parts->count; k++) {
    float within = x > parts->low[k] ? x : parts->low[k];
    within = within < parts->high[k] ? within : parts->high[k];
    sum += (within - parts->low[k]) * parts->scale[k];
  }
  return (int32_t)sum;
}

// Some of the parts that the first ramp makes: a bit for each, and 512 coarser ones, part >> shift, of
// which each is set if any of its parts is.
typedef struct {
  const uint32_t *bits;
  uint32_t coarse[16];
  int32_t shift;
} measuring_choice;

// Adds one to a counter. Counters have eight bits, which fit in a near cache; where one comes round to
// 0, its carry is raised.
static inline void measuring_raise(uint8_t *counters, uint64_t *carries, int64_t index) {
  if (__builtin_expect(++counters[index] == 0, 0)) carries[index]++;
}

typedef struct {
  // Sums in eight lanes; values[i] belongs to lane i mod 8.
  measuring_sums (*power_sums)(const float *values, size_t count, double shift);
  // Adds one to the counter of each of the values, none of which is NaN: that of slot + part. Both
  // never fall, so each pair of them has a counter of its own.
  void (*count)(
      const float *values, size_t count, const measuring_grid *grid, const measuring_parts *parts,
      uint8_t *counters, uint64_t *carries);
  // Both at once; returns 0, with nothing done, if a value is not finite.
  int (*measure)(
      const float *values, size_t count, double shift, const measuring_grid *grid,
      const measuring_parts *parts, uint8_t *counters, uint64_t *carries, measuring_sums *sums);
  // Copies the values whose part is chosen to kept, in order, and returns how many; 16 floats behind
  // the last of them are scratch.
  size_t (*sift)(
      const float *values, size_t count, const measuring_parts *parts,
      const measuring_choice *choice, float *kept);
} measuring_kernels;

// next[j] = Σ steps[s]·row[j + s - 1] for s < count: a row vector times a banded matrix whose
// diagonals are constant. There is a 0 before the row, and count + 8 of them after it.
void measuring_durbin_step(
    const double *row, double *next, size_t order, const double *steps, size_t count);

#endif
