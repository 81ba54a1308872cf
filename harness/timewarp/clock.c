/*
 * clock.c - reading the clocks.
 *
 * MONOTONIC, BOOTTIME and their kin show the virtual clock; REALTIME and TAI
 * show it a fixed offset later, so that all of them always agree.  CPU time
 * is the kernel's business and stays real.
 */
#include "parts.h"

#include <string.h>
#include <sys/timeb.h>

int ftime(struct timeb *out);

enum family { FAMILY_OTHER, FAMILY_MONOTONIC, FAMILY_REALTIME };

static enum family family_of(clockid_t clock)
{
    switch (clock) {
    case CLOCK_MONOTONIC:
    case CLOCK_MONOTONIC_RAW:
    case CLOCK_MONOTONIC_COARSE:
    case CLOCK_BOOTTIME:
    case CLOCK_BOOTTIME_ALARM:
        return FAMILY_MONOTONIC;
    case CLOCK_REALTIME:
    case CLOCK_REALTIME_COARSE:
    case CLOCK_REALTIME_ALARM:
    case CLOCK_TAI:
        return FAMILY_REALTIME;
    default:
        return FAMILY_OTHER;
    }
}

bool clock_is_virtual(clockid_t clock)
{
    return family_of(clock) != FAMILY_OTHER;
}

bool clock_valid(const struct timespec *value)
{
    return value->tv_sec >= 0 && value->tv_nsec >= 0 && value->tv_nsec < (long)NS_PER_S;
}

void clock_to_timespec(uint64_t ns, struct timespec *out)
{
    out->tv_sec = (time_t)(ns / NS_PER_S);
    out->tv_nsec = (long)(ns % NS_PER_S);
}

/* Saturates well below FOREVER: a wait of three centuries is not one without end. */
uint64_t clock_duration(const struct timespec *length)
{
    const uint64_t most = FOREVER / 4;
    uint64_t seconds = (uint64_t)length->tv_sec;
    if (seconds >= most / NS_PER_S)
        return most;
    return seconds * NS_PER_S + (uint64_t)length->tv_nsec;
}

uint64_t clock_deadline(clockid_t clock, const struct timespec *at)
{
    if (at->tv_sec < 0)
        return 0;
    uint64_t ns = clock_duration(at);
    if (family_of(clock) != FAMILY_REALTIME)
        return ns;
    return ns > REALTIME_OFFSET_NS ? ns - REALTIME_OFFSET_NS : 0;
}

static uint64_t realtime_now(void)
{
    return sim_now() + REALTIME_OFFSET_NS;
}

void clock_read(clockid_t clock, struct timespec *out)
{
    clock_to_timespec(family_of(clock) == FAMILY_REALTIME ? realtime_now() : sim_now(), out);
}

EXPORT int clock_gettime(clockid_t clock, struct timespec *out)
{
    if (!clock_is_virtual(clock))
        return (int)raw_finish(raw2(SYS_clock_gettime, clock, out));
    clock_read(clock, out);
    return 0;
}

/* The kernel answers NULL and unknown clocks; ours are exact to the nanosecond. */
EXPORT int clock_getres(clockid_t clock, struct timespec *out)
{
    long result = raw2(SYS_clock_getres, clock, out);
    if (result == 0 && out && clock_is_virtual(clock))
        *out = (struct timespec){0, 1};
    return (int)raw_finish(result);
}

EXPORT int gettimeofday(struct timeval *restrict out, void *restrict zone)
{
    uint64_t now = realtime_now();
    out->tv_sec = (time_t)(now / NS_PER_S);
    out->tv_usec = (suseconds_t)(now % NS_PER_S / 1000);
    if (zone)
        memset(zone, 0, sizeof(struct timezone));
    return 0;
}

EXPORT time_t time(time_t *out)
{
    time_t now = (time_t)(realtime_now() / NS_PER_S);
    if (out)
        *out = now;
    return now;
}

EXPORT int timespec_get(struct timespec *out, int base)
{
    if (base != TIME_UTC)
        return 0;
    clock_read(CLOCK_REALTIME, out);
    return base;
}

EXPORT int ftime(struct timeb *out)
{
    uint64_t now = realtime_now();
    memset(out, 0, sizeof *out);
    out->time = (time_t)(now / NS_PER_S);
    out->millitm = (unsigned short)(now % NS_PER_S / NS_PER_MS);
    return 0;
}
