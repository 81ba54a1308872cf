/*
 * processes.c - child processes: each has a clock of its own, copied when it
 * begins, and a parent's wait is real while a child is at work.
 */
#include "victim.h"

#include <poll.h>
#include <semaphore.h>
#include <spawn.h>
#include <sys/mman.h>

static int fds[2];

static void reap(pid_t pid, int expected)
{
    int status = -1;
    CHECK(waitpid(pid, &status, 0) == pid);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == expected);
}

/* ---- clocks ---- */

static void copied_clock(void)
{
    say("begin");
    sleep_ms(1000);
    pid_t pid = fork();
    CHECK(pid >= 0);
    if (pid == 0) {
        say("child begins");
        sleep_ms(2000);
        say("child ends");
        exit(0);
    }
    reap(pid, 0);
    say("the parent's clock stood still");
    sleep_ms(250);
    say("parent ends");
}

static void child_with_threads(void);

/* ---- a child at work is waited for ---- */

/* A program that timewarp is not in, so that it takes real time. */
static pid_t spawn_real(const char *script)
{
    pid_t pid;
    char *arguments[] = {"sh", "-c", (char *)script, NULL};
    char *environment[] = {"PATH=/usr/bin:/bin", NULL};
    CHECK(posix_spawnp(&pid, "sh", NULL, NULL, arguments, environment) == 0);
    return pid;
}

static void child_at_work(void)
{
    CHECK(pipe(fds) == 0);
    say("begin");
    pid_t pid = fork();
    if (pid == 0) {
        volatile unsigned sum = 0;
        struct timespec at;
        do {
            for (int i = 0; i < 1000; i++)
                sum += (unsigned)i;
            clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
        } while (at.tv_nsec < 60 * MS);
        _exit(write(fds[1], "x", 1) == 1 ? 0 : 1);
    }
    struct pollfd fd = {fds[0], POLLIN, 0};
    CHECK(poll(&fd, 1, 10000) == 1);
    say("the child's message came before any time passed");
    reap(pid, 0);
}

static void child_asleep(void)
{
    CHECK(pipe(fds) == 0);
    say("begin");
    pid_t pid = spawn_real("exec sleep 100");
    struct pollfd fd = {fds[0], POLLIN, 0};
    for (int i = 0; i < 1000; i++)
        CHECK(poll(&fd, 1, 60000) == 0);
    CHECK(kill(pid, SIGTERM) == 0);
    int status;
    CHECK(waitpid(pid, &status, 0) == pid && WIFSIGNALED(status));
    say("the child slept, so time went on");
}

static volatile sig_atomic_t caught;

static void catch(int number)
{
    (void)number;
    caught++;
}

static void child_ends(void)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = catch;
    CHECK(sigaction(SIGCHLD, &action, NULL) == 0);
    say("begin");
    pid_t pid = spawn_real("sleep 0.05; exit 7");
    CHECK(poll(NULL, 0, -1) == -1 && errno == EINTR && caught == 1);
    reap(pid, 7);
    say("SIGCHLD interrupts");
}

/* A dead child that nobody has waited for is not alive. */
static void zombie(void)
{
    pid_t pid = fork();
    if (pid == 0)
        _exit(0);
    siginfo_t info;
    CHECK(waitid(P_PID, (id_t)pid, &info, WEXITED | WNOWAIT) == 0);
    say("begin");
    for (int i = 0; i < 1000; i++)
        CHECK(poll(NULL, 0, 1000) == 0);
    say("no waiting for it");
    reap(pid, 0);
}

/* ---- between processes ---- */

static void shared_semaphore(void)
{
    sem_t *sems = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    CHECK(sems != MAP_FAILED && sem_init(&sems[0], 1, 0) == 0 && sem_init(&sems[1], 1, 0) == 0);
    say("begin");
    pid_t pid = fork();
    if (pid == 0) {
        CHECK(sem_wait(&sems[0]) == 0);
        sleep_ms(5000); /* of the child's own time */
        CHECK(sem_post(&sems[1]) == 0);
        exit(0);
    }
    CHECK(sem_post(&sems[0]) == 0);
    CHECK(sem_wait(&sems[1]) == 0);
    say("there and back");
    reap(pid, 0);
}

/* ---- threads and fork ---- */

static void *sleeps_long(void *unused)
{
    (void)unused;
    sleep_ms(100000);
    return NULL;
}

static void *sleeps_in_child(void *unused)
{
    (void)unused;
    sleep_ms(250);
    say("child's thread wakes");
    return NULL;
}

static void child_with_threads(void)
{
    pthread_t thread;
    CHECK(pthread_create(&thread, NULL, sleeps_long, NULL) == 0);
    say("begin");
    sleep_ms(10);
    pid_t pid = fork();
    if (pid == 0) {
        CHECK(pthread_create(&thread, NULL, sleeps_in_child, NULL) == 0);
        CHECK(pthread_join(thread, NULL) == 0);
        say("child joined it");
        CHECK(poll(NULL, 0, 1000) == 0);
        say("child ends");
        exit(0);
    }
    reap(pid, 0);
}

/* ---- a program that another one executed ---- */

static void show_instant(void)
{
    printf("%" PRId64 "\n", now() / MS);
}

static void executes(void)
{
    sleep_ms(1500);
    fflush(stdout);
    execl("/proc/self/exe", "processes", "show-instant", (char *)NULL);
    CHECK(0);
}

/* A child that waits for ever is its parent's business. */
static void child_waits_for_ever(void)
{
    CHECK(pipe(fds) == 0);
    say("begin");
    CHECK(poll(NULL, 0, 10) == 0); /* claims the page */
    pid_t pid = fork();
    if (pid == 0) {
        struct pollfd fd = {fds[0], POLLIN, 0};
        CHECK(poll(&fd, 1, -1) == 1);
        say("child is woken");
        exit(0);
    }
    sleep_ms(1000);
    CHECK(write(fds[1], "x", 1) == 1);
    reap(pid, 0);
    say("parent ends");
}

static const struct act acts[] = {
    {"copied-clock", copied_clock},
    {"child-at-work", child_at_work},
    {"child-asleep", child_asleep},
    {"child-ends", child_ends},
    {"zombie", zombie},
    {"shared-semaphore", shared_semaphore},
    {"child-with-threads", child_with_threads},
    {"show-instant", show_instant},
    {"executes", executes},
    {"child-waits-for-ever", child_waits_for_ever},
};
ACT_MAIN(acts)
