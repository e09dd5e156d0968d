#ifndef INITSCOPE_CMEMORY_H
#define INITSCOPE_CMEMORY_H

// Has all threads share one heap where the process may map only so much; to be called before any
// thread is started.
void memory_share_heap(void);

#endif
