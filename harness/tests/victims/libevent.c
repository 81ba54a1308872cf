/* libevent.c - timers, a descriptor and a thread on libevent. */
#include "victim.h"

#if !__has_include(<event2/event.h>)
int main(void)
{
    puts("skipped: no event2/event.h");
    return 0;
}
#else
#include <event2/event.h>

static struct event_base *base;
static struct event *chain;
static int left_over = 3;
static int fds[2];

static void on_chain(evutil_socket_t fd, short events, void *unused)
{
    (void)fd, (void)events, (void)unused;
    say("chain");
    if (--left_over == 0)
        event_del(chain);
}

static void on_hour(evutil_socket_t fd, short events, void *unused)
{
    (void)fd, (void)events, (void)unused;
    say("an hour");
    CHECK(write(fds[1], "h", 1) == 1);
}

static void on_readable(evutil_socket_t fd, short events, void *unused)
{
    char byte;
    (void)events, (void)unused;
    CHECK(read(fd, &byte, 1) == 1);
    say(byte == 't' ? "from the thread" : "readable");
    if (byte == 'h')
        event_base_loopbreak(base);
}

static void *thread_main(void *unused)
{
    (void)unused;
    sleep_ms(1125);
    CHECK(write(fds[1], "t", 1) == 1);
    return NULL;
}

int main(void)
{
    pthread_t thread;
    struct timeval quarter = {0, 250000};
    struct timeval hour = {3600, 0};
    CHECK(pipe(fds) == 0);
    base = event_base_new();
    say("begin");
    chain = event_new(base, -1, EV_PERSIST, on_chain, NULL);
    event_add(chain, &quarter);
    event_base_once(base, -1, EV_TIMEOUT, on_hour, NULL, &hour);
    event_add(event_new(base, fds[0], EV_READ | EV_PERSIST, on_readable, NULL), NULL);
    CHECK(pthread_create(&thread, NULL, thread_main, NULL) == 0);
    event_base_dispatch(base);
    pthread_join(thread, NULL);
    say("end");
    return 0;
}
#endif
