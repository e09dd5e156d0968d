#ifndef INITSCOPE_CPROPAGATION_H
#define INITSCOPE_CPROPAGATION_H

#include <stddef.h>
#include <stdint.h>

// The inner loops of a signal's way through a network. Matrices are row-major: a row an input, a
// column a neuron. Arithmetic is float32 within a few units in the last place, sums are double.

typedef enum {
  cpropagation_linear,
  cpropagation_relu,
  cpropagation_leaky_relu,
  cpropagation_tanh,
  cpropagation_sigmoid,
  cpropagation_selu,
  cpropagation_gelu,
  cpropagation_silu,
  cpropagation_mish,
  cpropagation_elu,
  cpropagation_softplus,
} cpropagation_activation;

// f(z) and f′(z) of every element; `slope` is leaky_relu's.
void cpropagation_activate(cpropagation_activation activation, float slope, const float *z,
                           size_t count, float *value, float *derivative);

// Adds to each row's sum of squares and to each column's sum.
void cpropagation_sums(const float *x, size_t rows, size_t columns, double *row_squares,
                       double *column_sums);

// The sum of squares.
double cpropagation_squares(const float *x, size_t count);

// Adds 1 to a column's count for every element smaller in absolute value than the threshold.
void cpropagation_small(const float *x, size_t rows, size_t columns, float threshold,
                        uint32_t *counts);

// Counts elements in equal cells from `low` on, both ends included: slots[0] is what lies below,
// slots[cells + 1] what lies above, slots[cells + 2] what is no number.
void cpropagation_histogram(const float *x, size_t count, float low, float cells_per_unit,
                            size_t cells, uint32_t *slots);

// x <- x·y, element by element.
void cpropagation_multiply(float *x, const float *y, size_t count);

#endif
