/*
 * clock.h - where a loop's time comes from.
 *
 * CPython: time.monotonic and time.get_clock_info("monotonic").resolution.
 * A loop reads its clock only through this table, so that a unit test can
 * bring its own.
 */
#ifndef RL_CLOCK_H
#define RL_CLOCK_H

typedef struct clock_source clock_source;

typedef struct clock_ops {
    double (*time_s)(const clock_source *clock); /* any thread */
} clock_ops;

struct clock_source {
    const clock_ops *ops;
    double resolution_s;
};

/* The machine's CLOCK_MONOTONIC. */
clock_source clock_monotonic(void);

static inline double clock_time_s(const clock_source *clock)
{
    return clock->ops->time_s(clock);
}

#endif
