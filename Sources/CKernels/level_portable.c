#include "level.h"

// Any processor. Without fused multiply-add in hardware the C library computes it, exactly.
#define LANES 4
#define LEVEL ckernels_portable_level
#include "level.inc"
