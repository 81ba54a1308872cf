/*
 * threads.c - threads that sleep, wake each other and end, with the exact
 * virtual time of each step.
 */
#include "victim.h"

#include <linux/futex.h>
#include <poll.h>
#include <semaphore.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <threads.h>

static pthread_t start(void *(*begin)(void *), void *argument)
{
    pthread_t thread;
    CHECK(pthread_create(&thread, NULL, begin, argument) == 0);
    return thread;
}

/* ---- a thread wakes a loop ---- */

static int wake_fds[2];

static void *writes_later(void *unused)
{
    (void)unused;
    sleep_ms(250);
    say("thread writes");
    CHECK(write(wake_fds[1], "x", 1) == 1);
    sleep_ms(125);
    return NULL;
}

static void wakes_poll(void)
{
    CHECK(pipe(wake_fds) == 0);
    say("begin");
    pthread_t thread = start(writes_later, NULL);
    struct pollfd fd = {wake_fds[0], POLLIN, 0};
    CHECK(poll(&fd, 1, 1000) == 1);
    say("poll returns");
    char byte;
    CHECK(read(wake_fds[0], &byte, 1) == 1);
    CHECK(poll(&fd, 1, 1000) == 0);
    say("poll returns empty");
    CHECK(pthread_join(thread, NULL) == 0);
    say("joined");
}

static void wakes_epoll(void)
{
    CHECK(pipe(wake_fds) == 0);
    int epfd = epoll_create1(0);
    struct epoll_event event = {.events = EPOLLIN | EPOLLET};
    CHECK(epoll_ctl(epfd, EPOLL_CTL_ADD, wake_fds[0], &event) == 0);
    say("begin");
    pthread_t thread = start(writes_later, NULL);
    CHECK(epoll_wait(epfd, &event, 1, -1) == 1);
    say("epoll_wait returns");
    CHECK(epoll_wait(epfd, &event, 1, 1000) == 0);
    say("epoll_wait returns empty: the edge is taken");
    CHECK(pthread_join(thread, NULL) == 0);
}

static void wakes_select(void)
{
    CHECK(pipe(wake_fds) == 0);
    say("begin");
    pthread_t thread = start(writes_later, NULL);
    fd_set readable;
    FD_ZERO(&readable);
    FD_SET(wake_fds[0], &readable);
    struct timeval length = {1, 0};
    CHECK(select(wake_fds[0] + 1, &readable, NULL, NULL, &length) == 1);
    say("select returns");
    printf("%ld us left\n", (long)(length.tv_sec * 1000000 + length.tv_usec));
    CHECK(pthread_join(thread, NULL) == 0);
    say("joined");
}

/* ---- all kinds of waking ---- */

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static sem_t sem;
static uint32_t word;
static int flag;

static void *wakes_all_kinds(void *unused)
{
    (void)unused;
    sleep_ms(250);
    say("posts");
    sem_post(&sem);
    sleep_ms(250);
    say("signals");
    pthread_mutex_lock(&mutex);
    flag = 1;
    pthread_cond_signal(&cond);
    pthread_mutex_unlock(&mutex);
    sleep_ms(250);
    say("wakes the futex");
    __atomic_store_n(&word, 1, __ATOMIC_SEQ_CST);
    syscall(SYS_futex, &word, FUTEX_WAKE | FUTEX_PRIVATE_FLAG, 1, NULL, NULL, 0);
    pthread_mutex_lock(&mutex);
    sleep_ms(500);
    say("unlocks");
    pthread_mutex_unlock(&mutex);
    sleep_ms(250);
    say("ends");
    return &flag;
}

static void all_kinds(void)
{
    sem_init(&sem, 0, 0);
    say("begin");
    pthread_t thread = start(wakes_all_kinds, NULL);
    CHECK(sem_wait(&sem) == 0);
    say("has the semaphore");
    pthread_mutex_lock(&mutex);
    while (!flag)
        pthread_cond_wait(&cond, &mutex);
    pthread_mutex_unlock(&mutex);
    say("has the condition");
    while (__atomic_load_n(&word, __ATOMIC_SEQ_CST) == 0)
        syscall(SYS_futex, &word, FUTEX_WAIT | FUTEX_PRIVATE_FLAG, 0, NULL, NULL, 0);
    say("has the futex");
    sleep_ms(125);
    struct timespec at = instant(CLOCK_REALTIME, 10 * SECOND);
    CHECK(pthread_mutex_timedlock(&mutex, &at) == 0);
    say("has the mutex");
    void *result;
    CHECK(pthread_join(thread, &result) == 0);
    CHECK(result == &flag);
    say("joined");
}

/* ---- sleepers that interleave ---- */

static void *sleeps(void *argument)
{
    const int *ms = argument;
    char line[64];
    for (int i = 0; i < 3; i++) {
        sleep_ms(*ms);
        snprintf(line, sizeof line, "sleeper of %d", *ms);
        say(line);
    }
    return NULL;
}

static void interleaved(void)
{
    static int lengths[] = {100, 130, 170, 1000};
    pthread_t threads[4];
    say("begin");
    for (int i = 0; i < 4; i++)
        threads[i] = start(sleeps, &lengths[i]);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    say("joined");
}

static void *sleeps_a_little(void *argument)
{
    sleep_ms(10 * (int64_t)(intptr_t)argument);
    char line[32];
    snprintf(line, sizeof line, "%d", (int)(intptr_t)argument);
    say(line);
    return NULL;
}

static void many(void)
{
    enum { COUNT = 100 };
    pthread_t threads[COUNT];
    say("begin");
    for (intptr_t i = 0; i < COUNT; i++)
        threads[i] = start(sleeps_a_little, (void *)(i + 1));
    for (int i = 0; i < COUNT; i++)
        CHECK(pthread_join(threads[i], NULL) == 0);
    say("joined");
}

/* First come, first woken. */
static void *queues(void *argument)
{
    char line[32];
    int mine = (int)(intptr_t)argument;
    sleep_ms(10 * mine);
    pthread_mutex_lock(&mutex);
    pthread_cond_wait(&cond, &mutex);
    snprintf(line, sizeof line, "%d is woken", mine);
    say(line);
    pthread_mutex_unlock(&mutex);
    return NULL;
}

static void order_of_waking(void)
{
    pthread_t threads[4];
    say("begin");
    for (intptr_t i = 0; i < 4; i++)
        threads[i] = start(queues, (void *)(4 - i));
    sleep_ms(1000);
    for (int i = 0; i < 4; i++) {
        pthread_cond_signal(&cond);
        sleep_ms(250);
    }
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    say("joined");
}

/* ---- contention takes no virtual time ---- */

static volatile int computing;

static void *computes(void *unused)
{
    (void)unused;
    struct timespec began, at;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &began);
    computing = 1;
    do
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
    while ((at.tv_sec - began.tv_sec) * SECOND + at.tv_nsec - began.tv_nsec < 40 * MS);
    pthread_mutex_lock(&mutex);
    computing = 0;
    pthread_cond_signal(&cond);
    pthread_mutex_unlock(&mutex);
    return NULL;
}

/* As CPython waits for the GIL while another thread holds it: 5 ms, again and again. */
static void contention(void)
{
    say("begin");
    pthread_t thread = start(computes, NULL);
    while (!computing)
        sched_yield();
    int timeouts = 0;
    while (computing) {
        struct timespec at = instant(CLOCK_REALTIME, 5 * MS);
        pthread_mutex_lock(&mutex);
        if (computing && pthread_cond_timedwait(&cond, &mutex, &at) == ETIMEDOUT)
            timeouts++;
        pthread_mutex_unlock(&mutex);
    }
    pthread_join(thread, NULL);
    say(timeouts > 0 ? "some waits timed out" : "no wait timed out");
}

/* A thread inside a call that is not intercepted does not hold up the clock for ever. */
static void *reads(void *unused)
{
    char byte;
    (void)unused;
    CHECK(read(wake_fds[0], &byte, 1) == 1);
    say("read");
    return NULL;
}

static void blocking_read(void)
{
    CHECK(pipe(wake_fds) == 0);
    say("begin");
    pthread_t thread = start(reads, NULL);
    sleep_ms(1000);
    say("slept");
    CHECK(write(wake_fds[1], "x", 1) == 1);
    pthread_join(thread, NULL);
    say("joined");
}

static void *locks_and_sleeps(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&mutex);
    sleep_ms(1000);
    pthread_mutex_unlock(&mutex);
    return NULL;
}

static void held_mutex(void)
{
    say("begin");
    pthread_t thread = start(locks_and_sleeps, NULL);
    sleep_ms(100);
    pthread_mutex_lock(&mutex);
    say("has the mutex");
    pthread_join(thread, NULL);
}

/* Threads that poll without end let the others' time pass. */
static void *ends_the_spinning(void *unused)
{
    (void)unused;
    sleep_ms(250);
    computing = 0;
    return NULL;
}

static void spinning_beside_a_sleeper(void)
{
    say("begin");
    computing = 1;
    pthread_t thread = start(ends_the_spinning, NULL);
    while (computing)
        poll(NULL, 0, 0);
    say("ended");
    pthread_join(thread, NULL);
}

/* ---- ends ---- */

static void *exits(void *unused)
{
    (void)unused;
    sleep_ms(250);
    pthread_exit(&flag);
}

static void unlock(void *lock)
{
    pthread_mutex_unlock(lock);
}

static void *waits_to_be_cancelled(void *unused)
{
    (void)unused;
    say("waits");
    pthread_mutex_lock(&mutex);
    pthread_cleanup_push(unlock, &mutex);
    for (;;)
        pthread_cond_wait(&cond, &mutex);
    pthread_cleanup_pop(1);
    return NULL;
}

static void *polls_to_be_cancelled(void *unused)
{
    (void)unused;
    poll(NULL, 0, -1);
    return NULL;
}

static void *sleeps_to_be_cancelled(void *unused)
{
    (void)unused;
    sleep_ms(100000);
    return NULL;
}

static void ends(void)
{
    void *result;
    say("begin");
    pthread_t thread = start(exits, NULL);
    CHECK(pthread_join(thread, &result) == 0 && result == &flag);
    say("joined one that exited");
    thread = start(waits_to_be_cancelled, NULL);
    sleep_ms(250);
    CHECK(pthread_cancel(thread) == 0);
    CHECK(pthread_join(thread, &result) == 0 && result == PTHREAD_CANCELED);
    CHECK(pthread_mutex_trylock(&mutex) == 0);
    say("joined one cancelled in pthread_cond_wait");
    void *(*const begins[])(void *) = {polls_to_be_cancelled, sleeps_to_be_cancelled};
    for (int i = 0; i < 2; i++) {
        thread = start(begins[i], NULL);
        sleep_ms(250);
        CHECK(pthread_cancel(thread) == 0);
        CHECK(pthread_join(thread, &result) == 0 && result == PTHREAD_CANCELED);
        say("joined one cancelled");
    }
    thread = start(sleeps_to_be_cancelled, NULL);
    struct timespec at = instant(CLOCK_REALTIME, SECOND);
    CHECK(pthread_timedjoin_np(thread, NULL, &at) == ETIMEDOUT);
    say("did not join one that sleeps");
}

/* ---- C11 ---- */

static cnd_t c11_cond;
static mtx_t c11_mutex;

static int c11_main(void *argument)
{
    mtx_lock(&c11_mutex);
    *(int *)argument = 1;
    cnd_wait(&c11_cond, &c11_mutex);
    mtx_unlock(&c11_mutex);
    say("woken");
    struct timespec length = span(250 * MS);
    thrd_sleep(&length, NULL);
    return -7;
}

static void c11(void)
{
    int begun = 0;
    int result = 0;
    thrd_t thread;
    cnd_init(&c11_cond);
    mtx_init(&c11_mutex, mtx_plain);
    say("begin");
    CHECK(thrd_create(&thread, c11_main, &begun) == thrd_success);
    sleep_ms(250);
    mtx_lock(&c11_mutex);
    CHECK(begun);
    cnd_signal(&c11_cond);
    mtx_unlock(&c11_mutex);
    CHECK(thrd_join(thread, &result) == thrd_success && result == -7);
    say("joined");
}

/* Two loops in two threads throw a ball. */
static int balls[2];

static void *throws_back(void *unused)
{
    (void)unused;
    for (int i = 0; i < 200; i++) {
        uint64_t ball;
        struct pollfd fd = {balls[0], POLLIN, 0};
        CHECK(poll(&fd, 1, 5000) == 1);
        CHECK(read(balls[0], &ball, sizeof ball) == sizeof ball);
        sleep_ms(1);
        CHECK(write(balls[1], &ball, sizeof ball) == sizeof ball);
    }
    return NULL;
}

static void ping_pong(void)
{
    balls[0] = eventfd(0, 0);
    balls[1] = eventfd(0, 0);
    say("begin");
    pthread_t thread = start(throws_back, NULL);
    for (int i = 0; i < 200; i++) {
        uint64_t ball = 1;
        CHECK(write(balls[0], &ball, sizeof ball) == sizeof ball);
        struct pollfd fd = {balls[1], POLLIN, 0};
        CHECK(poll(&fd, 1, 5000) == 1);
        CHECK(read(balls[1], &ball, sizeof ball) == sizeof ball);
    }
    pthread_join(thread, NULL);
    say("200 throws");
}

static const struct act acts[] = {
    {"wakes-poll", wakes_poll},
    {"wakes-epoll", wakes_epoll},
    {"wakes-select", wakes_select},
    {"all-kinds", all_kinds},
    {"interleaved", interleaved},
    {"many", many},
    {"order-of-waking", order_of_waking},
    {"contention", contention},
    {"blocking-read", blocking_read},
    {"held-mutex", held_mutex},
    {"spinning-beside-a-sleeper", spinning_beside_a_sleeper},
    {"ends", ends},
    {"c11", c11},
    {"ping-pong", ping_pong},
};
ACT_MAIN(acts)
