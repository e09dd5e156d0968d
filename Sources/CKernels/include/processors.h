#ifndef INITSCOPE_PROCESSORS_H
#define INITSCOPE_PROCESSORS_H

// What Linux's scheduler tells and is told, which its C library shows to GNU sources only.

// Writes the numbers of the first `room` processors this thread may run on; returns how many.
int processors_allowed(int *numbers, int room);

// The processor this thread is on at the moment, or -1.
int processors_current(void);

// Keeps this thread on one processor from now on, if the system agrees.
void processors_stay_on(int number);

#endif
