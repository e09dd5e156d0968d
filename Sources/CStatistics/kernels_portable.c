#include "CStatistics.h"

// Any processor.
#define LANES 4
#include "kernels.inc"

const cstatistics_kernels cstatistics_portable_kernels = {power_sums, count, measure};
