/*
 * page.c - the page shared with the aiospec command, and the verdicts.
 *
 * Without a page (stand-alone use) the counts are kept in memory that nobody
 * reads, and a verdict is one line on standard error.
 */
#include "parts.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define SPIN_DEFAULT 20000u

/*
 * What follows struct timewarp_page in the page: the owner's instant, for
 * programs that it executes.  The command clears it with the rest.
 */
struct page_private {
    _Atomic uint64_t clock_ns;
};

static struct timewarp_page unread;
static struct timewarp_page *page = &unread;
static struct page_private *page_private;
static uint64_t spin_limit = SPIN_DEFAULT;
static _Atomic uint64_t spins;
static _Atomic uint64_t polls;  /* of this process, with a page or without */
static const int *parent_known; /* what parent_may_wake() found, NULL before */

/* ---- one line of text, without stdio ---- */

struct line {
    char text[256];
    size_t length;
};

static void line_add(struct line *line, const char *text)
{
    size_t room = sizeof line->text - 2 - line->length;
    size_t length = strlen(text);
    if (length > room)
        length = room;
    memcpy(line->text + line->length, text, length);
    line->length += length;
    line->text[line->length] = '\0';
}

static void line_add_number(struct line *line, uint64_t number, int digits_min)
{
    char reversed[24];
    int digits = 0;
    while (number > 0 || digits < digits_min) {
        reversed[digits++] = (char)('0' + number % 10);
        number /= 10;
    }
    while (digits > 0) {
        char digit[2] = {reversed[--digits], '\0'};
        line_add(line, digit);
    }
}

static void line_add_instant(struct line *line, uint64_t ns)
{
    line_add_number(line, ns / NS_PER_S, 1);
    line_add(line, ".");
    line_add_number(line, ns % NS_PER_S / 1000000, 3);
    line_add(line, " s");
}

static void line_write(struct line *line)
{
    line->text[line->length] = '\n';
    (void)raw_write(2, line->text, line->length + 1);
}

_Noreturn static void leave(void)
{
    for (;;)
        (void)raw1(SYS_exit_group, TIMEWARP_EXIT);
}

_Noreturn static void unusable(const char *path, const char *why)
{
    struct line line = {.length = 0};
    line_add(&line, "timewarp: TIMEWARP_PAGE=");
    line_add(&line, path);
    line_add(&line, ": ");
    line_add(&line, why);
    line_write(&line);
    leave();
}

/* ---- the page ---- */

static void read_spin_limit(void)
{
    const char *text = getenv("TIMEWARP_SPIN");
    if (!text || !*text)
        return;
    char *end = NULL;
    unsigned long long limit = strtoull(text, &end, 10);
    if (*end || limit == 0) {
        struct line line = {.length = 0};
        line_add(&line, "timewarp: TIMEWARP_SPIN=");
        line_add(&line, text);
        line_add(&line, ": not a count of waits; give a whole number above 0");
        line_write(&line);
        leave();
    }
    spin_limit = limit;
}

void page_open(void)
{
    read_spin_limit();
    const char *path = getenv("TIMEWARP_PAGE");
    if (!path || !*path)
        return;
    long fd = raw_open(path, O_RDWR | O_CLOEXEC);
    if (fd < 0)
        unusable(path, "cannot be opened for reading and writing; make it a file of 4096 bytes");
    char last;
    if (raw4(SYS_pread64, fd, &last, 1, TIMEWARP_PAGE_SIZE - 1) != 1)
        unusable(path, "shorter than a page; make it a file of 4096 bytes");
    void *memory = mmap(NULL, TIMEWARP_PAGE_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, (int)fd, 0);
    (void)raw_close((int)fd);
    if (memory == MAP_FAILED)
        unusable(path, "cannot be mapped; make it an ordinary file of 4096 bytes");
    page = memory;
    page_private = (struct page_private *)(void *)(page + 1);
    __atomic_store_n(&page->magic, TIMEWARP_MAGIC, __ATOMIC_RELEASE);
}

uint64_t page_clock(void)
{
    return page_private ? atomic_load(&page_private->clock_ns) : 0;
}

/* ---- stand-alone: whose verdicts count ---- */

static void proc_of_parent(struct line *path, const char *file)
{
    line_add(path, "/proc/");
    line_add_number(path, (uint64_t)raw0(SYS_getppid), 1);
    line_add(path, file);
}

static bool parent_maps_timewarp(void)
{
    static const char wanted[] = "libtimewarp.so";
    struct line path = {.length = 0};
    proc_of_parent(&path, "/maps");
    long fd = raw_open(path.text, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    size_t matched = 0;
    bool found = false;
    char buffer[4096];
    long got;
    while (!found && (got = raw_read((int)fd, buffer, sizeof buffer)) > 0)
        for (long i = 0; i < got && !found; i++) {
            matched = buffer[i] == wanted[matched] ? matched + 1 : buffer[i] == wanted[0];
            found = wanted[matched] == '\0';
        }
    (void)raw_close((int)fd);
    return found;
}

static bool parent_runs_the_same_program(void)
{
    struct line path = {.length = 0};
    char theirs[1024];
    char ours[1024];
    proc_of_parent(&path, "/exe");
    long length = raw4(SYS_readlinkat, AT_FDCWD, path.text, theirs, sizeof theirs);
    return length > 0 &&
           length == raw4(SYS_readlinkat, AT_FDCWD, "/proc/self/exe", ours, sizeof ours) &&
           memcmp(theirs, ours, (size_t)length) == 0;
}

/*
 * Without a page nothing says which process is the one under test.  A forked
 * child, or an interpreter that another one started, may be woken by its
 * parent and gets no verdict; what a shell or timeout(1) started does.
 */
static bool parent_may_wake(void)
{
    static const int known[] = {false, true};
    if (!parent_known)
        parent_known = &known[parent_runs_the_same_program() && parent_maps_timewarp()];
    return *parent_known;
}

void page_after_fork(void)
{
    parent_known = NULL;
    atomic_store(&polls, 0);
}

bool page_owned(void)
{
    if (!page_private)
        return !parent_may_wake();
    int32_t owner = __atomic_load_n(&page->owner, __ATOMIC_ACQUIRE);
    if (owner == 0 && __atomic_compare_exchange_n(&page->owner, &owner, sim_pid(), false,
                                                  __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
        return true;
    return owner == sim_pid();
}

void page_count_poll(uint64_t timeout, bool empty)
{
    atomic_fetch_add_explicit(&polls, 1, memory_order_relaxed);
    page_count_wait(timeout, empty);
}

__attribute__((visibility("default"))) uint64_t timewarp_polls(void)
{
    return atomic_load_explicit(&polls, memory_order_relaxed);
}

/* Locks are not counted: how often a thread waits for the GIL is nobody's doing. */
void page_count_wait(uint64_t timeout, bool empty)
{
    if (!page_private || !page_owned())
        return;
    __atomic_fetch_add(&page->waits, 1, __ATOMIC_RELAXED);
    if (timeout == 0)
        __atomic_fetch_add(&page->waits_zero, 1, __ATOMIC_RELAXED);
    if (timeout == FOREVER)
        __atomic_fetch_add(&page->waits_forever, 1, __ATOMIC_RELAXED);
    if (empty)
        __atomic_fetch_add(&page->waits_empty, 1, __ATOMIC_RELAXED);
}

void page_count_jump(uint64_t from, uint64_t to)
{
    page_spin_reset();
    if (!page_private || !page_owned())
        return;
    __atomic_fetch_add(&page->jumps, 1, __ATOMIC_RELAXED);
    __atomic_fetch_add(&page->jumped_ns, to - from, __ATOMIC_RELAXED);
    atomic_store(&page_private->clock_ns, to);
}

/* ---- verdicts ---- */

_Noreturn void page_verdict(enum timewarp_verdict verdict, const char *what, const char *detail)
{
    struct line line = {.length = 0};
    line_add(&line, what);
    line_add(&line, detail);
    line_add(&line, ", at ");
    line_add_instant(&line, sim_now());
    if (page_private) {
        memcpy(page->text, line.text, line.length + 1);
        __atomic_store_n(&page->verdict, (uint32_t)verdict, __ATOMIC_RELEASE);
    }
    if (!page_private || verdict == TIMEWARP_REFUSED) {
        static const char *const names[] = {"", "SPIN", "DEADLOCK", "REFUSED"};
        struct line said = {.length = 0};
        line_add(&said, "timewarp: ");
        line_add(&said, names[verdict]);
        line_add(&said, ": ");
        line_add(&said, line.text);
        line_write(&said);
    }
    leave();
}

_Noreturn void page_refuse(const char *call)
{
    sim_enter();
    page_verdict(TIMEWARP_REFUSED, call, ": no virtual clock can stand in for this; use real time");
}

enum page_spin page_spin_next(void)
{
    uint64_t count = atomic_fetch_add_explicit(&spins, 1, memory_order_relaxed) + 1;
    if (count >= spin_limit)
        return SPIN_OVER;
    return count == spin_limit / 10 ? SPIN_SUSPECTED : SPIN_GOES_ON;
}

void page_spin_reset(void)
{
    atomic_store_explicit(&spins, 0, memory_order_relaxed);
}

_Noreturn void page_spin_verdict(const char *call)
{
    struct line line = {.length = 0};
    line_add_number(&line, spin_limit, 1);
    line_add(&line, " waits in a row without a timeout to sleep through found nothing: ");
    page_verdict(TIMEWARP_SPIN, line.text, call);
}
