/*
 * real.c - libc's own functions, behind the names that timewarp took.
 *
 * Bound at run time and by name, so that the object holds no reference to a
 * symbol version younger than its oldest host (glibc 2.31, where most of them
 * live in libpthread).  dlsym itself moved between libraries in glibc 2.34:
 * the old version is named, which every later libc still has.
 */
#include "parts.h"

#include <dlfcn.h>

#if defined(__x86_64__)
__asm__(".symver dlsym, dlsym@GLIBC_2.2.5");
#else
__asm__(".symver dlsym, dlsym@GLIBC_2.17");
#endif

/* A function pointer from an object pointer: POSIX allows it, ISO C has no cast for it. */
#define BIND(name)                                    \
    do {                                              \
        void *address = dlsym(RTLD_NEXT, #name);      \
        __builtin_memcpy(&calls.name, &address, sizeof address); \
    } while (0)

static struct real calls;
static atomic_bool bound;

/* Two threads that come here at once write the same values. */
const struct real *real_calls(void)
{
    if (atomic_load_explicit(&bound, memory_order_acquire))
        return &calls;
    BIND(read);
    BIND(pthread_create);
    BIND(pthread_join);
    BIND(pthread_cancel);
    BIND(pthread_kill);
    BIND(pthread_testcancel);
    BIND(pthread_key_create);
    BIND(pthread_setspecific);
    BIND(pthread_mutex_trylock);
    BIND(pthread_mutex_timedlock);
    BIND(pthread_mutex_lock);
    BIND(pthread_mutex_unlock);
    BIND(pthread_rwlock_timedrdlock);
    BIND(pthread_rwlock_timedwrlock);
    BIND(pthread_rwlock_tryrdlock);
    BIND(pthread_rwlock_trywrlock);
    BIND(pthread_rwlock_unlock);
    BIND(pthread_condattr_setpshared);
    BIND(sem_post);
    BIND(sem_trywait);
    BIND(sem_getvalue);
    BIND(sigqueue);
    atomic_store_explicit(&bound, true, memory_order_release);
    return &calls;
}
