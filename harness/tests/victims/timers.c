/*
 * timers.c - timerfd, the alarm clock, and signals that end waits.
 */
#include "victim.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/time.h>
#include <sys/timerfd.h>

static int timer_with(clockid_t clock, int create_flags, int flags, int64_t first, int64_t interval)
{
    int fd = timerfd_create(clock, create_flags);
    CHECK(fd >= 0);
    struct itimerspec value = {span(interval), span(first)};
    CHECK(timerfd_settime(fd, flags, &value, NULL) == 0);
    return fd;
}

static uint64_t count_of(int fd)
{
    uint64_t count = 0;
    return read(fd, &count, sizeof count) == sizeof count ? count : 0;
}

static void say_count(const char *what, int fd)
{
    char line[64];
    snprintf(line, sizeof line, "%s %d", what, (int)count_of(fd));
    say(line);
}

/* ---- timerfd ---- */

static void once(void)
{
    say("begin");
    int fd = timer_with(CLOCK_MONOTONIC, TFD_NONBLOCK, 0, 250 * MS, 0);
    struct pollfd poll_fd = {fd, POLLIN, 0};
    CHECK(count_of(fd) == 0 && errno == EAGAIN);
    CHECK(poll(&poll_fd, 1, 100) == 0);
    struct itimerspec rest;
    CHECK(timerfd_gettime(fd, &rest) == 0 && rest.it_value.tv_nsec == 150 * MS);
    CHECK(poll(&poll_fd, 1, -1) == 1);
    say_count("readable", fd);
    CHECK(poll(&poll_fd, 1, 100) == 0);
    CHECK(timerfd_gettime(fd, &rest) == 0 && rest.it_value.tv_sec == 0 &&
          rest.it_value.tv_nsec == 0);
    say("not readable again");
}

static void absolute(void)
{
    say("begin");
    int64_t wall = clock_of(CLOCK_REALTIME);
    int monotonic = timer_with(CLOCK_MONOTONIC, 0, TFD_TIMER_ABSTIME, now() + 250 * MS, 0);
    int realtime = timer_with(CLOCK_REALTIME, 0, TFD_TIMER_ABSTIME, wall + 500 * MS, 0);
    int past = timer_with(CLOCK_REALTIME, 0, TFD_TIMER_ABSTIME, wall - 500 * MS, 200 * MS);
    say_count("past", past);
    say_count("monotonic", monotonic);
    say_count("realtime", realtime);
    say_count("past, going on", past);
}

static void interval(void)
{
    say("begin");
    int fd = timer_with(CLOCK_MONOTONIC, 0, 0, 100 * MS, 250 * MS);
    for (int i = 0; i < 3; i++)
        say_count("read", fd);
    sleep_ms(1000);
    say_count("after a sleep", fd);
}

static void edges(void)
{
    say("begin");
    int fd = timer_with(CLOCK_MONOTONIC, TFD_NONBLOCK, 0, 100 * MS, 100 * MS);
    int epfd = epoll_create1(0);
    struct epoll_event event = {.events = EPOLLIN | EPOLLET};
    CHECK(epoll_ctl(epfd, EPOLL_CTL_ADD, fd, &event) == 0);
    for (int i = 0; i < 3; i++) {
        CHECK(epoll_wait(epfd, &event, 1, -1) == 1);
        say("an edge, and nothing read");
    }
    say_count("read", fd);
}

static void changed(void)
{
    say("begin");
    int fd = timer_with(CLOCK_MONOTONIC, TFD_NONBLOCK, 0, 100 * MS, 0);
    sleep_ms(200);
    struct itimerspec value = {{0, 0}, {0, 250 * MS}};
    struct itimerspec old;
    CHECK(timerfd_settime(fd, 0, &value, &old) == 0 && old.it_value.tv_nsec == 0);
    CHECK(count_of(fd) == 0);
    say("set again: the old expiry is forgotten");
    sleep_ms(100);
    CHECK(timerfd_settime(fd, 0, &(struct itimerspec){{0, 0}, {0, 0}}, &old) == 0);
    CHECK(old.it_value.tv_nsec == 150 * MS);
    sleep_ms(1000);
    CHECK(count_of(fd) == 0);
    say("disarmed");
    value.it_value.tv_nsec = SECOND;
    CHECK(timerfd_settime(fd, 0, &value, NULL) == -1 && errno == EINVAL);
}

static void closed(void)
{
    say("begin");
    int fd = timer_with(CLOCK_MONOTONIC, 0, 0, 100 * MS, 100 * MS);
    int copy = dup(fd);
    CHECK(close(fd) == 0);
    say_count("a copy", copy);
    int fds[2];
    CHECK(pipe(fds) == 0); /* takes the number */
    CHECK(fds[0] == fd);
    CHECK(write(fds[1], "pipe", 4) == 4);
    char text[8] = "";
    CHECK(read(fds[0], text, sizeof text) == 4);
    say(text);
    CHECK(dup2(fds[0], copy) == copy);
    struct pollfd poll_fd = {copy, POLLIN, 0};
    CHECK(poll(&poll_fd, 1, 1000) == 0);
    say("the last copy is gone");
}

/* ---- the alarm clock ---- */

static volatile sig_atomic_t caught;

static void catch(int number)
{
    (void)number;
    caught++;
}

static void catch_signal(int number, int flags)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = catch;
    action.sa_flags = flags;
    CHECK(sigaction(number, &action, NULL) == 0);
}

static void alarms(void)
{
    catch_signal(SIGALRM, 0);
    say("begin");
    CHECK(alarm(2) == 0);
    sleep_ms(500);
    CHECK(alarm(1) == 2); /* a second and a half, rounded up */
    CHECK(pause() == -1 && errno == EINTR && caught == 1);
    say("pause is interrupted");
    struct itimerval value = {{0, 250000}, {0, 125000}};
    CHECK(setitimer(ITIMER_REAL, &value, NULL) == 0);
    CHECK(poll(NULL, 0, -1) == -1 && errno == EINTR && caught == 2);
    say("poll is interrupted");
    struct timespec length = span(SECOND);
    struct timespec rest;
    CHECK(nanosleep(&length, &rest) == -1 && errno == EINTR && rest.tv_nsec == 750 * MS);
    say("nanosleep is interrupted");
    int epfd = epoll_create1(0);
    struct epoll_event event;
    CHECK(epoll_wait(epfd, &event, 1, 10000) == -1 && errno == EINTR && caught == 4);
    say("epoll_wait is interrupted");
    CHECK(getitimer(ITIMER_REAL, &value) == 0);
    CHECK(value.it_value.tv_usec == 250000 && value.it_interval.tv_usec == 250000);
    CHECK(setitimer(ITIMER_REAL, &(struct itimerval){{0, 0}, {0, 0}}, NULL) == 0);
    CHECK(poll(NULL, 0, 5000) == 0);
    say("no more alarms");
    ualarm(1000, 0);
    CHECK(sleep(3) == 3 && caught == 5);
    say("sleep is interrupted");
}

static void restarting_handler(void)
{
    catch_signal(SIGALRM, SA_RESTART);
    say("begin");
    alarm(1);
    struct timeval length = {10, 0};
    CHECK(select(0, NULL, NULL, NULL, &length) == -1 && errno == EINTR && caught == 1);
    say("select is interrupted all the same");
}

/* ---- signals ---- */

static void pending(void)
{
    sigset_t usr1, none;
    sigemptyset(&none);
    sigemptyset(&usr1);
    sigaddset(&usr1, SIGUSR1);
    catch_signal(SIGUSR1, 0);
    sigprocmask(SIG_BLOCK, &usr1, NULL);
    say("begin");
    CHECK(raise(SIGUSR1) == 0);
    CHECK(poll(NULL, 0, 250) == 0 && caught == 0);
    say("blocked: poll is not interrupted");
    struct timespec length = span(SECOND);
    CHECK(ppoll(NULL, 0, &length, &none) == -1 && errno == EINTR && caught == 1);
    say("ppoll lets it in");
    CHECK(raise(SIGUSR1) == 0);
    int epfd = epoll_create1(0);
    struct epoll_event event;
    CHECK(epoll_pwait(epfd, &event, 1, -1, &none) == -1 && errno == EINTR && caught == 2);
    say("epoll_pwait lets it in");
    CHECK(raise(SIGUSR1) == 0);
    CHECK(pselect(0, NULL, NULL, NULL, &length, &none) == -1 && errno == EINTR && caught == 3);
    say("pselect lets it in");
    CHECK(raise(SIGUSR1) == 0);
    CHECK(sigsuspend(&none) == -1 && errno == EINTR && caught == 4);
    say("sigsuspend lets it in");
    CHECK(raise(SIGUSR1) == 0);
    int number = 0;
    CHECK(sigwait(&usr1, &number) == 0 && number == SIGUSR1 && caught == 4);
    say("sigwait takes it");
}

static pthread_t main_thread;

static void *interrupts(void *unused)
{
    (void)unused;
    for (int i = 0; i < 3; i++) {
        sleep_ms(250);
        pthread_kill(main_thread, SIGUSR1);
    }
    sleep_ms(10000);
    return NULL;
}

static void between_threads(void)
{
    pthread_t thread;
    catch_signal(SIGUSR1, 0);
    main_thread = pthread_self();
    CHECK(pthread_create(&thread, NULL, interrupts, NULL) == 0);
    say("begin");
    CHECK(poll(NULL, 0, 5000) == -1 && errno == EINTR && caught == 1);
    say("poll is interrupted");
    struct timespec length = span(5 * SECOND);
    CHECK(nanosleep(&length, NULL) == -1 && errno == EINTR && caught == 2);
    say("nanosleep is interrupted");
    int epfd = epoll_create1(0);
    struct epoll_event event;
    CHECK(epoll_wait(epfd, &event, 1, -1) == -1 && errno == EINTR && caught == 3);
    say("epoll_wait is interrupted");
}

/* The handler itself waits. */
static void sleeps_in_handler(int number)
{
    (void)number;
    sleep_ms(250);
}

static void waiting_handler(void)
{
    signal(SIGALRM, sleeps_in_handler);
    say("begin");
    alarm(1);
    CHECK(poll(NULL, 0, 10000) == -1 && errno == EINTR);
    say("poll is interrupted after the handler's sleep");
}

static const struct act acts[] = {
    {"once", once},
    {"absolute", absolute},
    {"interval", interval},
    {"edges", edges},
    {"changed", changed},
    {"closed", closed},
    {"alarms", alarms},
    {"restarting-handler", restarting_handler},
    {"pending", pending},
    {"between-threads", between_threads},
    {"waiting-handler", waiting_handler},
};
ACT_MAIN(acts)
