#include <math.h>

#include "CPropagation.h"
#include "vector.h"

// Enough partial sums for a vector unit to add without waiting.
enum { lanes = 16 };

INLINED double sum_of_squares(const float *x, size_t count) {
  double sums[lanes] = {0};
  size_t i = 0;
  for (; i + lanes <= count; i += lanes)
    for (size_t lane = 0; lane < lanes; lane++) {
      double element = x[i + lane];
      sums[lane] += element * element;
    }
  double total = 0;
  for (size_t lane = 0; lane < lanes; lane++) total += sums[lane];
  for (; i < count; i++) total += (double)x[i] * x[i];
  return total;
}

WIDEST
double cpropagation_squares(const float *x, size_t count) { return sum_of_squares(x, count); }

WIDEST
void cpropagation_sums(const float *restrict x, size_t rows, size_t columns,
                       double *restrict row_squares, double *restrict column_sums) {
  for (size_t row = 0; row < rows; row++, x += columns) {
    row_squares[row] += sum_of_squares(x, columns);
    for (size_t column = 0; column < columns; column++) column_sums[column] += x[column];
  }
}

WIDEST
void cpropagation_small(const float *restrict x, size_t rows, size_t columns, float threshold,
                        uint32_t *restrict counts) {
  for (size_t row = 0; row < rows; row++, x += columns)
    for (size_t column = 0; column < columns; column++)
      counts[column] += fabsf(x[column]) < threshold;
}

WIDEST
void cpropagation_multiply(float *restrict x, const float *restrict y, size_t count) {
  for (size_t i = 0; i < count; i++) x[i] *= y[i];
}

void cpropagation_histogram(const float *restrict x, size_t count, float low,
                            float cells_per_unit, size_t cells, uint32_t *restrict slots) {
  const float end = (float)cells;
  for (size_t i = 0; i < count; i++) {
    float place = (x[i] - low) * cells_per_unit;
    size_t slot;
    if (place >= 0.0f && place < end) {
      slot = (size_t)place + 1;
    } else if (place < 0.0f) {
      slot = 0;
    } else if (place == end) {
      slot = cells;
    } else {
      slot = place > end ? cells + 1 : cells + 2;
    }
    slots[slot]++;
  }
}
