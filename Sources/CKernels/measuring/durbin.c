#include "measuring.h"

enum { block = 8 };

void measuring_durbin_step(
    const double *restrict row, double *restrict next, size_t order, const double *restrict steps,
    size_t count) {
  for (size_t start = 0; start < order; start += block) {
    double sums[block] = {0};
    for (size_t step = 0; step < count; ++step) {
      const double *from = row + start + step - 1;
      for (size_t lane = 0; lane < block; ++lane) sums[lane] += steps[step] * from[lane];
    }
    for (size_t lane = 0; lane < block && start + lane < order; ++lane)
      next[start + lane] = sums[lane];
  }
}
