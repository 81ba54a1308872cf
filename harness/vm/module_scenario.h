/*
 * module_scenario.h - what the module `scenario` keeps for the end of a play.
 */
#ifndef VM_MODULE_SCENARIO_H
#define VM_MODULE_SCENARIO_H

/* Close what the program left open of socketpair's making, and forget what it
 * gave to capture_logging and capture_warnings. */
void vm_scenario_release(void);
/* An ERROR record of logger "asyncio". */
void vm_scenario_log_error(const char *text);
/* A warning of that category, such as "RuntimeWarning". */
void vm_warn(const char *category, const char *text);
/* No more records from the library. */
void vm_scenario_end(void);

#endif
