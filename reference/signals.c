/*
 * signals.c - the process's handlers in C.  See signals.h.
 *
 * They may interrupt any instruction on any thread, so what they use is atomic, and
 * they call nothing but write().  A descriptor that they write into is closed only
 * after its inbox is told no more and none of them is still at it (`telling`).
 */
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "assert.h"

/* Read by the handler, which may run on any thread. */
static atomic_bool arrived;
static _Atomic(const wakeup *) wake_on_signal;

/* The main thread's. */
static struct {
    signals_handler handler; /* NULL: nobody catches */
    void *arg;
    struct sigaction before;
} caught;

bool signals_is_main_thread(void)
{
    return syscall(SYS_gettid) == getpid();
}

/* ---- The runner's SIGINT -------------------------------------------------- */

static void note(int number)
{
    int saved = errno;
    const wakeup *wake = atomic_load(&wake_on_signal);

    (void)number;
    atomic_store(&arrived, true);
    if (wake != NULL)
        wakeup_write(wake);
    errno = saved;
}

bool signals_catch_sigint(signals_handler handler, void *arg, const wakeup *wake)
{
    struct sigaction action = {.sa_handler = note};

    if (!signals_is_main_thread() || caught.handler != NULL)
        return false;
    if (sigaction(SIGINT, NULL, &caught.before) != 0 || caught.before.sa_flags & SA_SIGINFO ||
        caught.before.sa_handler != SIG_DFL)
        return false;
    caught.handler = handler;
    caught.arg = arg;
    atomic_store(&arrived, false);
    atomic_store(&wake_on_signal, wake);
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    return true;
}

void signals_release_sigint(void)
{
    struct sigaction now;

    if (sigaction(SIGINT, NULL, &now) == 0 && now.sa_handler == note)
        sigaction(SIGINT, &caught.before, NULL);
    atomic_store(&wake_on_signal, NULL);
    caught.handler = NULL;
}

rl_exc *rl_check_signals(void)
{
    if (!atomic_load_explicit(&arrived, memory_order_relaxed) || !signals_is_main_thread())
        return NULL;
    atomic_store(&arrived, false);
    return caught.handler == NULL ? NULL : caught.handler(caught.arg);
}

/* ---- The loops' signals --------------------------------------------------- */

static _Atomic(const signals_inbox *) told;
static atomic_uint telling; /* handlers that are using `told` */

/* The number goes first: who is woken finds it.  CPython: trip_signal. */
static void tell(int number)
{
    int saved = errno;
    unsigned char byte = (unsigned char)number;

    atomic_fetch_add(&telling, 1);
    const signals_inbox *inbox = atomic_load(&told);
    if (inbox != NULL) {
        while (write(inbox->write_fd, &byte, 1) < 0 && errno == EINTR)
            continue;
        wakeup_write(inbox->wake);
    }
    atomic_fetch_sub(&telling, 1);
    errno = saved;
}

rl_err signals_inbox_open(signals_inbox *inbox, const wakeup *wake)
{
    int pair[2];
    if (pipe2(pair, O_NONBLOCK | O_CLOEXEC) < 0)
        return -errno;
    *inbox = (signals_inbox){pair[0], pair[1], wake};
    return RL_OK;
}

/* Handlers of this thread are over when it goes on here, so only those of others
 * are waited for. */
void signals_inbox_close(signals_inbox *inbox)
{
    RL_ASSERT(inbox->read_fd >= 0);
    if (signals_is_told(inbox))
        signals_tell(NULL);
    while (atomic_load(&telling) > 0)
        sched_yield();
    close(inbox->read_fd);
    close(inbox->write_fd);
    *inbox = (signals_inbox){-1, -1, NULL};
}

int signals_inbox_read(const signals_inbox *inbox)
{
    unsigned char byte = 0;
    ssize_t count;
    do
        count = read(inbox->read_fd, &byte, 1);
    while (count < 0 && errno == EINTR);
    return count == 1 ? byte : 0;
}

void signals_tell(const signals_inbox *inbox)
{
    atomic_store(&told, inbox);
}

bool signals_is_told(const signals_inbox *inbox)
{
    return atomic_load(&told) == inbox;
}

/* The C library keeps some numbers to itself, and leaves them out of a full set. */
bool signals_is_valid(int number)
{
    sigset_t all;
    sigfillset(&all);
    return number > 0 && number < SIGNALS_END && sigismember(&all, number) == 1;
}

/* CPython: signal.signal and signal.siginterrupt(number, False). */
rl_err signals_catch(int number)
{
    struct sigaction action = {.sa_handler = tell, .sa_flags = SA_RESTART};
    RL_ASSERT(signals_is_valid(number));
    sigemptyset(&action.sa_mask);
    if (sigaction(number, &action, NULL) == 0)
        return RL_OK;
    return errno == EINVAL ? (rl_err)RL_ERR_SIGNAL_UNCATCHABLE : -errno;
}

void signals_release(int number)
{
    struct sigaction action = {.sa_handler = SIG_DFL};
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}
