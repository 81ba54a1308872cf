/* wakeup.c - an eventfd or a pair of sockets.  See wakeup.h. */
#include "wakeup.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/socket.h>
#include <unistd.h>

#ifdef __linux__

#include <sys/eventfd.h>

rl_err wakeup_open_eventfd(wakeup *wake)
{
    int fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    if (fd < 0)
        return -errno;
    *wake = (wakeup){fd, fd};
    return RL_OK;
}

#else

rl_err wakeup_open_eventfd(wakeup *wake)
{
    (void)wake;
    return -ENOSYS;
}

#endif

rl_err wakeup_open_sockets(wakeup *wake)
{
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) < 0)
        return -errno;
    for (int i = 0; i < 2; i++) {
        fcntl(pair[i], F_SETFL, O_NONBLOCK);
        fcntl(pair[i], F_SETFD, FD_CLOEXEC);
    }
    *wake = (wakeup){pair[0], pair[1]};
    return RL_OK;
}

rl_err wakeup_open(wakeup *wake)
{
    rl_err err = wakeup_open_eventfd(wake);
    return err == -ENOSYS ? wakeup_open_sockets(wake) : err;
}

void wakeup_close(wakeup *wake)
{
    if (wake->write_fd != wake->read_fd)
        close(wake->write_fd);
    close(wake->read_fd);
    *wake = (wakeup){-1, -1};
}

/* Eight bytes are what an eventfd takes, and as good as any for a socket. */
void wakeup_write(const wakeup *wake)
{
    int saved = errno; /* this may run inside a signal handler */
    uint64_t one = 1;
    while (write(wake->write_fd, &one, sizeof one) < 0 && errno == EINTR)
        continue;
    errno = saved;
}

void wakeup_read(const wakeup *wake)
{
    char bytes[4096];
    ssize_t count;
    do
        count = read(wake->read_fd, bytes, sizeof bytes);
    while (count > 0 || (count < 0 && errno == EINTR));
}
