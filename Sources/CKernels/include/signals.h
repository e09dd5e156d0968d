#ifndef INITSCOPE_SIGNALS_H
#define INITSCOPE_SIGNALS_H

#include <stddef.h>
#include <stdint.h>

// The inner loops of a signal's way through a network. Matrices are row-major: a row an input, a
// column a neuron. Arithmetic is float32 within a few units in the last place, sums are double.

typedef enum {
  signals_linear,
  signals_relu,
  signals_leaky_relu,
  signals_tanh,
  signals_sigmoid,
  signals_selu,
  signals_gelu,
  signals_silu,
  signals_mish,
  signals_elu,
  signals_softplus,
} signals_activation;

typedef struct {
  // f(z) and f′(z) of every element; `slope` is leaky_relu's.
  void (*activate)(signals_activation activation, float slope, const float *z, size_t count,
                   float *value, float *derivative);
  // Adds to each row's sum of squares and to each column's sum.
  void (*sums)(const float *x, size_t rows, size_t columns, double *row_squares,
               double *column_sums);
  // The sum of squares.
  double (*squares)(const float *x, size_t count);
  // Adds 1 to a column's count for every element smaller in absolute value than the threshold.
  void (*small)(const float *x, size_t rows, size_t columns, float threshold, uint32_t *counts);
  // x <- x·y, element by element.
  void (*multiply)(float *x, const float *y, size_t count);
} signals_kernels;

// Counts elements in equal cells from `low` on, both ends included: slots[0] is what lies below,
// slots[cells + 1] what lies above, slots[cells + 2] what is no number.
void signals_histogram(const float *x, size_t count, float low, float cells_per_unit, size_t cells,
                       uint32_t *slots);

#endif
