#include "signals.h"

void signals_histogram(const float *restrict x, size_t count, float low, float cells_per_unit,
                       size_t cells, uint32_t *restrict slots) {
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
