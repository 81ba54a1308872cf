/*
 * raw.h - system calls without the C library.
 *
 * timewarp stands in front of libc's own wrappers, so it must not call them:
 * it would reach itself, set errno, or bind a symbol version that an older C
 * library lacks.  Everything here returns what the kernel returned: a result,
 * or -errno.
 */
#ifndef TIMEWARP_RAW_H
#define TIMEWARP_RAW_H

#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <time.h>

/* The kernel's signal sets are 64 bits; libc's sigset_t starts with them. */
#define RAW_SIGSET_BYTES 8

#if defined(__x86_64__)
static inline long raw6(long number, long a, long b, long c, long d, long e, long f)
{
    long result;
    register long r10 __asm__("r10") = d;
    register long r8 __asm__("r8") = e;
    register long r9 __asm__("r9") = f;
    __asm__ volatile("syscall"
                     : "=a"(result)
                     : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                     : "rcx", "r11", "memory");
    return result;
}
#elif defined(__aarch64__)
static inline long raw6(long number, long a, long b, long c, long d, long e, long f)
{
    register long x8 __asm__("x8") = number;
    register long x0 __asm__("x0") = a;
    register long x1 __asm__("x1") = b;
    register long x2 __asm__("x2") = c;
    register long x3 __asm__("x3") = d;
    register long x4 __asm__("x4") = e;
    register long x5 __asm__("x5") = f;
    __asm__ volatile("svc 0"
                     : "+r"(x0)
                     : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5)
                     : "memory");
    return x0;
}
#else
#error "timewarp knows the system calls of x86-64 and aarch64 only"
#endif

#define raw0(n) raw6(n, 0, 0, 0, 0, 0, 0)
#define raw1(n, a) raw6(n, (long)(a), 0, 0, 0, 0, 0)
#define raw2(n, a, b) raw6(n, (long)(a), (long)(b), 0, 0, 0, 0)
#define raw3(n, a, b, c) raw6(n, (long)(a), (long)(b), (long)(c), 0, 0, 0)
#define raw4(n, a, b, c, d) raw6(n, (long)(a), (long)(b), (long)(c), (long)(d), 0, 0)
#define raw5(n, a, b, c, d, e) raw6(n, (long)(a), (long)(b), (long)(c), (long)(d), (long)(e), 0)

/* What a libc wrapper makes of a kernel result. */
static inline long raw_finish(long result)
{
    if (result < 0 && result > -4096) {
        errno = (int)-result;
        return -1;
    }
    return result;
}

static inline int raw_getpid(void)
{
    return (int)raw0(SYS_getpid);
}

static inline int raw_gettid(void)
{
    return (int)raw0(SYS_gettid);
}

static inline long raw_open(const char *path, int flags)
{
    return raw4(SYS_openat, AT_FDCWD, path, flags, 0);
}

static inline long raw_read(int fd, void *buffer, size_t size)
{
    return raw3(SYS_read, fd, buffer, size);
}

static inline long raw_write(int fd, const void *buffer, size_t size)
{
    return raw3(SYS_write, fd, buffer, size);
}

static inline long raw_close(int fd)
{
    return raw1(SYS_close, fd);
}

/* `timeout` NULL waits for ever; the kernel may write the rest into it. */
static inline long raw_ppoll(struct pollfd *fds, size_t count, struct timespec *timeout,
                             const void *mask)
{
    return raw5(SYS_ppoll, fds, count, timeout, mask, RAW_SIGSET_BYTES);
}

static inline uint64_t raw_sigmask(int how, const uint64_t *set)
{
    uint64_t old = 0;
    (void)raw4(SYS_rt_sigprocmask, how, set, &old, RAW_SIGSET_BYTES);
    return old;
}

static inline uint64_t raw_sigpending(void)
{
    uint64_t pending = 0;
    (void)raw2(SYS_rt_sigpending, &pending, RAW_SIGSET_BYTES);
    return pending;
}

static inline long raw_futex_wait(const void *word, uint32_t expected,
                                  const struct timespec *timeout)
{
    return raw4(SYS_futex, word, FUTEX_WAIT | FUTEX_PRIVATE_FLAG, expected, timeout);
}

static inline long raw_futex_wake(const void *word, int count)
{
    return raw3(SYS_futex, word, FUTEX_WAKE | FUTEX_PRIVATE_FLAG, count);
}

/* The machine's own clock, for bounding waits that must be real. */
static inline uint64_t raw_clock_ns(void)
{
    struct timespec at = {0, 0};
    (void)raw2(SYS_clock_gettime, CLOCK_MONOTONIC, &at);
    return (uint64_t)at.tv_sec * 1000000000u + (uint64_t)at.tv_nsec;
}

#endif
