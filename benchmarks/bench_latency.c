/*
 * bench_latency.c - what one callback and one timer cost on the reference,
 * in one process, beside what no loop can go below on the same machine.
 *
 * Every workload counts the callbacks that ran and checks the order they ran
 * in; one that did not run them all, in order, is disqualified and says so.
 * Rounds are interleaved over the workloads; the median of the rounds is
 * printed, as a ratio to the yardstick measured in the same round.
 *
 * The yardsticks: an empty epoll_wait (what a pass cannot avoid) for chains;
 * an indirect call from an array (what a batch cannot avoid) for batches; a
 * plain binary heap of doubles for timers.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

#include "../reference/refloop.h"

#define ROUNDS 9

static double now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static void must(rl_err err)
{
    if (err != RL_OK) {
        fprintf(stderr, "bench: %s: %s\n", rl_err_class(err), rl_err_message(err));
        exit(1);
    }
}

/* ---- What the callbacks do: count, and notice when the order is wrong ---- */

static rl_loop *loop;
static size_t ran;        /* callbacks that ran in this round */
static size_t wanted;     /* how many the round is to run */
static bool out_of_order; /* did one run out of its turn? */

static rl_exc *count_in_order(void *arg)
{
    out_of_order |= (size_t)arg != ran;
    if (++ran == wanted)
        rl_loop_stop(loop);
    return NULL;
}

static const rl_call in_order = {count_in_order, NULL};

static rl_exc *requeue(void *arg);
static const rl_call chain = {requeue, NULL};

static rl_exc *requeue(void *arg)
{
    (void)arg;
    if (++ran == wanted)
        rl_loop_stop(loop);
    else
        must(rl_loop_call_soon(loop, &chain, NULL, NULL, NULL));
    return NULL;
}

static rl_exc *never(void *arg)
{
    (void)arg;
    out_of_order = true;
    return NULL;
}

static const rl_call never_runs = {never, NULL};

static void run(size_t count)
{
    rl_exc *exc = rl_loop_run_forever(loop);
    if (exc != NULL || ran != count || out_of_order) {
        fprintf(stderr, "bench: disqualified: ran %zu of %zu callbacks%s\n", ran, count,
                out_of_order ? ", out of order" : "");
        exit(1);
    }
}

static void begin(size_t count)
{
    ran = 0;
    wanted = count;
    out_of_order = false;
}

/* ---- Workloads: nanoseconds per operation ------------------------------- */

static double chain_of_one(size_t n)
{
    begin(n);
    must(rl_loop_call_soon(loop, &chain, NULL, NULL, NULL));
    double start = now_ns();
    run(n);
    return (now_ns() - start) / (double)n;
}

static double batch(size_t n)
{
    begin(n);
    double start = now_ns();
    for (size_t i = 0; i < n; i++)
        must(rl_loop_call_soon(loop, &in_order, (void *)i, NULL, NULL));
    run(n);
    return (now_ns() - start) / (double)n;
}

/* Deadlines in the past, each 1 us after the one before, put in in an order
 * that is neither sorted nor reversed: 7919 is prime to every n used here. */
static double timers_expire(size_t n)
{
    begin(n);
    double base = rl_loop_time(loop) - 1000.0;
    double start = now_ns();
    for (size_t i = 0; i < n; i++) {
        size_t k = i * 7919 % n;
        must(rl_loop_call_at(loop, base + 1e-6 * (double)k, &in_order, (void *)k, NULL, NULL));
    }
    run(n);
    return (now_ns() - start) / (double)n;
}

static double timers_cancel(size_t n)
{
    rl_handle **handles = malloc(n * sizeof *handles);
    begin(1);
    double base = rl_loop_time(loop) + 1000.0;
    double start = now_ns();
    for (size_t i = 0; i < n; i++)
        must(rl_loop_call_at(loop, base + 1e-6 * (double)(i * 7919 % n), &never_runs, NULL, NULL,
                             &handles[i]));
    for (size_t i = 0; i < n; i++) {
        rl_handle_cancel(handles[i]);
        rl_handle_unref(handles[i]);
    }
    must(rl_loop_call_soon(loop, &in_order, NULL, NULL, NULL));
    run(1);
    double spent = (now_ns() - start) / (double)n;
    free(handles);
    return spent;
}

/* ---- Yardsticks ---------------------------------------------------------- */

static double empty_epoll_wait(size_t n)
{
    struct epoll_event event;
    int epfd = epoll_create1(EPOLL_CLOEXEC);
    double start = now_ns();
    for (size_t i = 0; i < n; i++)
        if (epoll_wait(epfd, &event, 1, 0) != 0)
            exit(1);
    double spent = (now_ns() - start) / (double)n;
    close(epfd);
    return spent;
}

struct bare_call {
    rl_exc *(*run)(void *arg);
    void *arg;
};

static double bare_calls(size_t n)
{
    struct bare_call *calls = malloc(n * sizeof *calls);
    begin(n + 1);
    double start = now_ns();
    for (size_t i = 0; i < n; i++)
        calls[i] = (struct bare_call){count_in_order, (void *)i};
    for (size_t i = 0; i < n; i++)
        calls[i].run(calls[i].arg);
    double spent = (now_ns() - start) / (double)n;
    free(calls);
    return spent;
}

static void heap_push(double *heap, size_t at, double when)
{
    while (at > 0 && when < heap[(at - 1) / 2]) {
        heap[at] = heap[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    heap[at] = when;
}

static double heap_pop(double *heap, size_t len)
{
    double top = heap[0];
    double last = heap[len - 1];
    size_t at = 0;

    for (size_t child = 1; child < len - 1; child = 2 * at + 1) {
        if (child + 1 < len - 1 && heap[child + 1] < heap[child])
            child++;
        if (last <= heap[child])
            break;
        heap[at] = heap[child];
        at = child;
    }
    heap[at] = last;
    return top;
}

static double bare_heap(size_t n)
{
    double *heap = malloc(n * sizeof *heap);
    double start = now_ns();
    double before = -1;
    for (size_t i = 0; i < n; i++)
        heap_push(heap, i, (double)(i * 7919 % n));
    for (size_t i = 0; i < n; i++) {
        double top = heap_pop(heap, n - i);
        if (top < before)
            exit(1);
        before = top;
    }
    double spent = (now_ns() - start) / (double)n;
    free(heap);
    return spent;
}

/* ---- The table ------------------------------------------------------------ */

struct workload {
    const char *name;
    size_t n;
    double (*run)(size_t n);
    const char *yardstick_name;
    double (*yardstick)(size_t n);
    double spent[ROUNDS];
    double ratio[ROUNDS];
};

static struct workload workloads[] = {
    {"chain of single callbacks", 200000, chain_of_one, "empty epoll_wait", empty_epoll_wait, {0}, {0}},
    {"batch of callbacks", 1000, batch, "bare indirect call", bare_calls, {0}, {0}},
    {"batch of callbacks", 100000, batch, "bare indirect call", bare_calls, {0}, {0}},
    {"timers, insert and expire", 100, timers_expire, "bare heap of doubles", bare_heap, {0}, {0}},
    {"timers, insert and expire", 10000, timers_expire, "bare heap of doubles", bare_heap, {0}, {0}},
    {"timers, insert and expire", 1000000, timers_expire, "bare heap of doubles", bare_heap, {0}, {0}},
    {"timers, insert and cancel", 10000, timers_cancel, "bare heap of doubles", bare_heap, {0}, {0}},
};

#define WORKLOADS (sizeof workloads / sizeof workloads[0])

static int by_value(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static double median(double *values)
{
    qsort(values, ROUNDS, sizeof *values, by_value);
    return values[ROUNDS / 2];
}

int main(void)
{
    must(rl_loop_new(&rl_reference_ops, &loop));
    for (size_t round = 0; round < ROUNDS; round++) {
        for (size_t w = 0; w < WORKLOADS; w++) {
            workloads[w].spent[round] = workloads[w].run(workloads[w].n);
            workloads[w].ratio[round] =
                workloads[w].spent[round] / workloads[w].yardstick(workloads[w].n);
        }
    }
    printf("%-28s %9s %12s %10s  %s\n", "workload", "n", "ns each", "ratio", "to");
    for (size_t w = 0; w < WORKLOADS; w++)
        printf("%-28s %9zu %12.1f %10.2f  %s\n", workloads[w].name, workloads[w].n,
               median(workloads[w].spent), median(workloads[w].ratio), workloads[w].yardstick_name);
    must(rl_loop_close(loop));
    rl_loop_unref(loop);
    return 0;
}
