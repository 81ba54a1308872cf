/* clock.c - the machine's monotonic clock.  See clock.h. */
#include "clock.h"

#include <stdint.h>
#include <time.h>

/* CPython: _PyTime_AsSecondsDouble.  One division of the whole count of
 * nanoseconds: adding the two parts as floats would round differently.  Its origin
 * is the machine's and not the loop's (TIMER-27). */
static double monotonic_time_s(const clock_source *clock)
{
    (void)clock;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)((int64_t)now.tv_sec * 1000000000 + now.tv_nsec) / 1e9;
}

clock_source clock_monotonic(void)
{
    static const clock_ops ops = {monotonic_time_s};
    struct timespec tick;
    clock_getres(CLOCK_MONOTONIC, &tick);
    return (clock_source){&ops, (double)tick.tv_sec + (double)tick.tv_nsec * 1e-9};
}
