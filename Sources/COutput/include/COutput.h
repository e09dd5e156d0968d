#ifndef COUTPUT_H
#define COUTPUT_H

#include <stdint.h>

/// Makes a file that must not exist yet and removes it should a signal end the process.
///
/// All signals of which a process dies remove the file and then end it, unless they are ignored, but
/// for KILL, PIPE and XFSZ. One file at a time is watched. Returns a descriptor above 2, or -1 and errno.
int32_t output_open_unfinished(const char *path, uint32_t mode);

/// Stops watching the file, which has been renamed or removed.
void output_forget_unfinished(void);

/// Removes the file, should one be under way, for a process that ends without waiting for it.
void output_discard_unfinished(void);

/// Leaves all signals to whoever handles them already, from now on.
void output_leave_signals(void);

#endif
