/* libuv.c - timers, a descriptor, a thread and the thread pool on libuv. */
#include "victim.h"

#if !__has_include(<uv.h>)
int main(void)
{
    puts("skipped: no uv.h");
    return 0;
}
#else
#include <uv.h>

static uv_loop_t *loop;
static uv_timer_t chain, hour, last;
static uv_poll_t reader;
static uv_async_t async;
static uv_work_t work;
static int left_over = 3;
static int fds[2];

static void on_chain(uv_timer_t *timer)
{
    say("chain");
    if (--left_over == 0)
        uv_timer_stop(timer);
}

static void on_hour(uv_timer_t *timer)
{
    (void)timer;
    say("an hour");
    CHECK(write(fds[1], "x", 1) == 1);
}

static void on_readable(uv_poll_t *handle, int status, int events)
{
    char byte;
    CHECK(status == 0 && events == UV_READABLE && read(fds[0], &byte, 1) == 1);
    say("readable");
    uv_close((uv_handle_t *)handle, NULL);
}

static void on_async(uv_async_t *handle)
{
    say("from the thread");
    uv_close((uv_handle_t *)handle, NULL);
}

static void thread_main(void *unused)
{
    (void)unused;
    sleep_ms(1125);
    uv_async_send(&async);
}

static void in_pool(uv_work_t *unused)
{
    (void)unused;
    sleep_ms(1625);
}

static void after_pool(uv_work_t *unused, int status)
{
    (void)unused;
    CHECK(status == 0);
    say("from the pool");
}

static void on_last(uv_timer_t *timer)
{
    (void)timer;
    say("last");
}

int main(void)
{
    uv_thread_t thread;
    CHECK(pipe(fds) == 0);
    loop = uv_default_loop();
    uv_timer_init(loop, &chain);
    uv_timer_init(loop, &hour);
    uv_timer_init(loop, &last);
    uv_poll_init(loop, &reader, fds[0]);
    uv_async_init(loop, &async, on_async);
    say("begin");
    uv_timer_start(&chain, on_chain, 250, 250);
    uv_timer_start(&hour, on_hour, 3600000, 0);
    uv_timer_start(&last, on_last, 3600500, 0);
    uv_poll_start(&reader, UV_READABLE, on_readable);
    uv_thread_create(&thread, thread_main, NULL);
    uv_queue_work(loop, &work, in_pool, after_pool);
    uv_run(loop, UV_RUN_DEFAULT);
    uv_thread_join(&thread);
    say("end");
    return 0;
}
#endif
