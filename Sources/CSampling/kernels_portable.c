#include "CSampling.h"

// Any processor. Without fused multiply-add in hardware the C library computes it, exactly.
#define LANES 4
#include "kernels.inc"

const csampling_kernels csampling_portable_kernels = {refill, uniform, normal};
