#define _GNU_SOURCE
#include "processors.h"

#include <sched.h>

int processors_allowed(int *numbers, int room) {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) != 0) return 0;
  int count = 0;
  for (int number = 0; number < CPU_SETSIZE && count < room; number++)
    if (CPU_ISSET(number, &set)) numbers[count++] = number;
  return count;
}

int processors_current(void) { return sched_getcpu(); }

void processors_stay_on(int number) {
  if (number < 0 || number >= CPU_SETSIZE) return;
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(number, &set);
  sched_setaffinity(0, sizeof set, &set);
}
