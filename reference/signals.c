/* signals.c - SIGINT, as the runner wants it.  See signals.h. */
#include "signals.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Read by the handler, which may run on any thread. */
static atomic_bool arrived;
static _Atomic(const wakeup *) wake_on_signal;

/* The main thread's. */
static struct {
    signals_handler handler; /* NULL: nobody catches */
    void *arg;
    struct sigaction before;
} caught;

static bool is_main_thread(void)
{
    return syscall(SYS_gettid) == getpid();
}

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

    if (!is_main_thread() || caught.handler != NULL)
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
    if (!atomic_load_explicit(&arrived, memory_order_relaxed) || !is_main_thread())
        return NULL;
    atomic_store(&arrived, false);
    return caught.handler == NULL ? NULL : caught.handler(caught.arg);
}
