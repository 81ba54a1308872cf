/* glib.c - timers, a descriptor, threads and timed conditions on GLib. */
#include "victim.h"

#if !__has_include(<glib-unix.h>)
int main(void)
{
    puts("skipped: no glib-unix.h");
    return 0;
}
#else
#include <glib-unix.h>
#include <glib.h>

static GMainLoop *loop;
static int left_over = 3;
static int fds[2];
static GMutex mutex;
static GCond cond;

static gboolean on_chain(gpointer unused)
{
    (void)unused;
    say("chain");
    return --left_over > 0;
}

static gboolean on_hour(gpointer unused)
{
    (void)unused;
    say("an hour");
    CHECK(write(fds[1], "x", 1) == 1);
    return G_SOURCE_REMOVE;
}

static gboolean on_readable(gint fd, GIOCondition condition, gpointer unused)
{
    (void)fd, (void)condition, (void)unused;
    say("readable");
    g_main_loop_quit(loop);
    return G_SOURCE_REMOVE;
}

static gboolean from_thread(gpointer unused)
{
    (void)unused;
    say("from the thread");
    return G_SOURCE_REMOVE;
}

static gpointer thread_main(gpointer unused)
{
    (void)unused;
    g_usleep(1125000);
    g_idle_add(from_thread, NULL);
    g_mutex_lock(&mutex);
    gboolean woken = g_cond_wait_until(&cond, &mutex, g_get_monotonic_time() + 500000);
    g_mutex_unlock(&mutex);
    say(woken ? "woken too early" : "a condition timed out");
    return NULL;
}

int main(void)
{
    CHECK(pipe(fds) == 0);
    loop = g_main_loop_new(NULL, FALSE);
    say("begin");
    g_timeout_add(250, on_chain, NULL);
    g_timeout_add(3600000, on_hour, NULL);
    g_unix_fd_add(fds[0], G_IO_IN, on_readable, NULL);
    GThread *thread = g_thread_new("thread", thread_main, NULL);
    g_main_loop_run(loop);
    g_thread_join(thread);
    say("end");
    return 0;
}
#endif
