#include "CMemory.h"

#include <malloc.h>
#include <sys/resource.h>

// Else each thread's heap sets 64 MiB of addresses aside, which no array can have then.
void memory_share_heap(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) {
    mallopt(M_ARENA_MAX, 1);
  }
}
