/*
 * page.h - what timewarp and the aiospec command share: one page of memory.
 *
 * The command makes a file of TIMEWARP_PAGE_SIZE zero bytes for each worker
 * and names it in the environment variable TIMEWARP_PAGE; timewarp maps it
 * when it is loaded, and forked and executed children map the same page.
 * Before each scenario the command clears everything behind `magic`.
 *
 * The first process that waits claims the page (`owner`); only its waits are
 * counted, and only it can be given a verdict.
 */
#ifndef TIMEWARP_PAGE_H
#define TIMEWARP_PAGE_H

#include <stdint.h>

#define TIMEWARP_PAGE_SIZE 4096
#define TIMEWARP_MAGIC 0x74773031u /* "tw01" */

/* Exit status of a process that timewarp ended. */
#define TIMEWARP_EXIT 86

enum timewarp_verdict {
    TIMEWARP_NONE = 0,
    TIMEWARP_SPIN,     /* polled again and again, nothing ready, no time passing */
    TIMEWARP_DEADLOCK, /* waits for ever, and nothing is left that could wake it */
    TIMEWARP_REFUSED   /* used a call whose time timewarp cannot move; see `text` */
};

struct timewarp_page {
    uint32_t magic;         /* timewarp writes it when loaded: "it works here" */
    uint32_t verdict;       /* enum timewarp_verdict */
    int32_t owner;          /* pid, 0 while unclaimed */
    uint32_t reserved;
    uint64_t waits;         /* waits that returned, of any kind */
    uint64_t waits_zero;    /* ... of these, with a timeout of zero */
    uint64_t waits_forever; /* ... of these, without a timeout */
    uint64_t waits_empty;   /* ... of these, which found nothing ready */
    uint64_t jumps;         /* times the clock jumped */
    uint64_t jumped_ns;     /* by how much in all */
    char text[256];         /* the verdict in words, NUL-terminated */
};

/*
 * How many waits for descriptors of this process, of any thread, are over.  A loop waits
 * once in each pass, so a program can tell its passes by it.  Found with dlsym(); where it
 * is missing, the program runs in real time.  Neither waits nor moves the clock.
 */
uint64_t timewarp_polls(void);

#endif
