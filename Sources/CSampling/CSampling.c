#include "CSampling.h"
void CSampling_unused(void) {}
