/* libev.c - timers, a descriptor, a thread and a periodic on libev. */
#include "victim.h"

#if !__has_include(<ev.h>)
int main(void)
{
    puts("skipped: no ev.h");
    return 0;
}
#else
#pragma GCC diagnostic ignored "-Wstrict-aliasing"
#include <ev.h>

static struct ev_loop *loop;
static ev_timer chain, hour;
static ev_periodic periodic;
static ev_io reader;
static ev_async async;
static int left_over = 3;
static int fds[2];

static void on_chain(struct ev_loop *l, ev_timer *timer, int events)
{
    (void)events;
    say("chain");
    if (--left_over == 0)
        ev_timer_stop(l, timer);
}

static void on_hour(struct ev_loop *l, ev_timer *timer, int events)
{
    (void)l, (void)timer, (void)events;
    say("an hour");
    CHECK(write(fds[1], "x", 1) == 1);
}

static void on_readable(struct ev_loop *l, ev_io *io, int events)
{
    (void)io, (void)events;
    say("readable");
    ev_break(l, EVBREAK_ALL);
}

static void on_async(struct ev_loop *l, ev_async *a, int events)
{
    (void)l, (void)a, (void)events;
    say("from the thread");
}

static void on_periodic(struct ev_loop *l, ev_periodic *p, int events)
{
    (void)events;
    say("at a time of the wall clock");
    ev_periodic_stop(l, p);
}

static void *thread_main(void *unused)
{
    (void)unused;
    sleep_ms(1125);
    ev_async_send(loop, &async);
    return NULL;
}

int main(void)
{
    pthread_t thread;
    CHECK(pipe(fds) == 0);
    loop = ev_default_loop(0);
    say("begin");
    ev_timer_init(&chain, on_chain, 0.25, 0.25);
    ev_timer_start(loop, &chain);
    ev_timer_init(&hour, on_hour, 3600., 0.);
    ev_timer_start(loop, &hour);
    ev_io_init(&reader, on_readable, fds[0], EV_READ);
    ev_io_start(loop, &reader);
    ev_async_init(&async, on_async);
    ev_async_start(loop, &async);
    ev_periodic_init(&periodic, on_periodic, 1750000010., 0., NULL);
    ev_periodic_start(loop, &periodic);
    CHECK(pthread_create(&thread, NULL, thread_main, NULL) == 0);
    ev_run(loop, 0);
    pthread_join(thread, NULL);
    say("end");
    return 0;
}
#endif
