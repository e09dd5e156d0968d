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

typedef struct {
  // Sums in eight lanes; values[i] belongs to lane i mod 8.
  measuring_sums (*power_sums)(const float *values, size_t count, double shift);
  // Adds one to the slot of each of the values, none of which is NaN; a slot has two counters, used
  // in turn, so that equal neighbours do not wait for each other.
  void (*count)(const float *values, size_t count, const measuring_grid *grid, uint32_t *counters);
  // Both at once; returns 0, with nothing done, if a value is not finite.
  int (*measure)(
      const float *values, size_t count, double shift, const measuring_grid *grid,
      uint32_t *counters, measuring_sums *sums);
} measuring_kernels;

// next[j] = Σ steps[s]·row[j + s - 1] for s < count: a row vector times a banded matrix whose
// diagonals are constant. There is a 0 before the row, and count + 8 of them after it.
void measuring_durbin_step(
    const double *row, double *next, size_t order, const double *steps, size_t count);

#endif
