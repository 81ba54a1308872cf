/*
 * verdicts.c - programs that timewarp must end: they spin, wait for what can
 * never come, or ask for time that is not its to give.
 */
#include "victim.h"

#include <aio.h>
#include <linux/futex.h>
#include <mqueue.h>
#include <netdb.h>
#include <poll.h>
#include <semaphore.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/sem.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timex.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;

/* ---- waits without an end ---- */

static void dead_poll(void)
{
    int fds[2];
    CHECK(pipe(fds) == 0);
    sleep_ms(250);
    struct pollfd fd = {fds[0], POLLIN, 0};
    poll(&fd, 1, -1);
}

static void dead_epoll(void)
{
    struct epoll_event event;
    epoll_wait(epoll_create1(0), &event, 1, -1);
}

static void dead_select(void)
{
    select(0, NULL, NULL, NULL, NULL);
}

static void dead_cond(void)
{
    pthread_mutex_lock(&mutex);
    pthread_cond_wait(&cond, &mutex);
}

static void dead_sem(void)
{
    sem_t sem;
    sem_init(&sem, 0, 0);
    sem_wait(&sem);
}

static void dead_futex(void)
{
    static uint32_t word;
    syscall(SYS_futex, &word, FUTEX_WAIT, 0, NULL, NULL, 0);
}

static void *parks(void *unused)
{
    (void)unused;
    dead_cond();
    return NULL;
}

static void dead_threads(void)
{
    pthread_t thread;
    CHECK(pthread_create(&thread, NULL, parks, NULL) == 0);
    pthread_join(thread, NULL);
}

/* The last thread that could have woken the other one ends. */
static void *ends(void *unused)
{
    (void)unused;
    sleep_ms(250);
    return NULL;
}

static void dead_after_a_thread(void)
{
    pthread_t thread;
    CHECK(pthread_create(&thread, NULL, ends, NULL) == 0);
    pthread_detach(thread);
    poll(NULL, 0, -1);
}

/* ---- waits without a rest ---- */

static void spin_poll(void)
{
    for (;;)
        poll(NULL, 0, 0);
}

static void spin_epoll(void)
{
    int epfd = epoll_create1(0);
    struct epoll_event event;
    for (;;)
        epoll_wait(epfd, &event, 1, 0);
}

static void spin_select(void)
{
    for (;;) {
        struct timeval none = {0, 0};
        select(0, NULL, NULL, NULL, &none);
    }
}

/* Asks for a deadline that is already past. */
static void spin_sleep(void)
{
    struct timespec past = instant(CLOCK_MONOTONIC, -1);
    for (;;)
        clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &past, NULL);
}

/* Not a spin: every now and then there is something, or time passes. */
static void no_spin(void)
{
    int fds[2];
    CHECK(pipe(fds) == 0);
    struct pollfd fd = {fds[0], POLLIN, 0};
    for (int i = 0; i < 300; i++) {
        for (int j = 0; j < 90; j++)
            CHECK(poll(&fd, 1, 0) == 0);
        if (i % 2) {
            sleep_ms(1);
        } else {
            char byte;
            CHECK(write(fds[1], "x", 1) == 1);
            CHECK(poll(&fd, 1, 0) == 1);
            CHECK(read(fds[0], &byte, 1) == 1);
        }
    }
    puts("done");
}

/* ---- refused ---- */

static struct timespec some_time = {1, 0};

static void refused_timer_create(void)
{
    timer_t timer;
    timer_create(CLOCK_MONOTONIC, NULL, &timer);
}

static void refused_timer_create_by_number(void)
{
    int timer;
    syscall(SYS_timer_create, CLOCK_MONOTONIC, NULL, &timer);
}

static void refused_clock_settime(void)
{
    clock_settime(CLOCK_REALTIME, &some_time);
}

static void refused_settimeofday(void)
{
    struct timeval value = {1, 0};
    settimeofday(&value, NULL);
}

static void refused_adjtimex(void)
{
    struct timex values;
    memset(&values, 0, sizeof values);
    adjtimex(&values);
}

static void refused_recvmmsg(void)
{
    recvmmsg(0, NULL, 0, 0, &some_time);
}

static void refused_semtimedop(void)
{
    struct sembuf operation = {0, -1, 0};
    semtimedop(0, &operation, 1, &some_time);
}

static void refused_mq_timedreceive(void)
{
    char message[8];
    mq_timedreceive((mqd_t)0, message, sizeof message, NULL, &some_time);
}

static void refused_aio_suspend(void)
{
    const struct aiocb *const list[1] = {NULL};
    aio_suspend(list, 1, &some_time);
}

static void refused_pshared(void)
{
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
}

static void refused_futex_waitv(void)
{
    syscall(449, NULL, 0, 0, NULL, 0);
}

/* Not refused, and answered: the program is to do without. */
static void io_uring(void)
{
    long result = syscall(425, 1, NULL);
    puts(result == -1 && errno == ENOSYS ? "ENOSYS" : "something else");
}

static void untimed(void)
{
    int fds[2];
    CHECK(socketpair(AF_UNIX, SOCK_DGRAM, 0, fds) == 0);
    CHECK(write(fds[1], "abc", 3) == 3);
    char text[8];
    struct iovec part = {text, sizeof text};
    struct mmsghdr message = {.msg_hdr = {.msg_iov = &part, .msg_iovlen = 1}};
    CHECK(recvmmsg(fds[0], &message, 1, 0, NULL) == 1 && message.msg_len == 3);
    CHECK(syscall(SYS_getpid) == getpid());
    puts("done");
}

static const struct act acts[] = {
    {"dead-poll", dead_poll},
    {"dead-epoll", dead_epoll},
    {"dead-select", dead_select},
    {"dead-cond", dead_cond},
    {"dead-sem", dead_sem},
    {"dead-futex", dead_futex},
    {"dead-threads", dead_threads},
    {"dead-after-a-thread", dead_after_a_thread},
    {"spin-poll", spin_poll},
    {"spin-epoll", spin_epoll},
    {"spin-select", spin_select},
    {"spin-sleep", spin_sleep},
    {"no-spin", no_spin},
    {"timer_create", refused_timer_create},
    {"timer_create-by-number", refused_timer_create_by_number},
    {"clock_settime", refused_clock_settime},
    {"settimeofday", refused_settimeofday},
    {"adjtimex", refused_adjtimex},
    {"recvmmsg", refused_recvmmsg},
    {"semtimedop", refused_semtimedop},
    {"mq_timedreceive", refused_mq_timedreceive},
    {"aio_suspend", refused_aio_suspend},
    {"pshared", refused_pshared},
    {"futex_waitv", refused_futex_waitv},
    {"io_uring", io_uring},
    {"untimed", untimed},
};
ACT_MAIN(acts)
