/*
 * assert.h - RL_ASSERT: a state that nobody outside can produce.
 *
 * A caller's mistake that CPython reports is a returned error, never an
 * assertion.  On in every build; -DRL_NO_ASSERT (benchmarks) turns it off.
 */
#ifndef RL_ASSERT_H
#define RL_ASSERT_H

_Noreturn void assert_failed(const char *file, int line, const char *text);

#ifdef RL_NO_ASSERT
#define RL_ASSERT(cond) ((void)sizeof((cond) ? 1 : 0))
#else
#define RL_ASSERT(cond) ((cond) ? (void)0 : assert_failed(__FILE__, __LINE__, #cond))
#endif

#endif
