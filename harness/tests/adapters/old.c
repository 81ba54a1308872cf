/* old.c - an adapter that was compiled for another version of the interface. */
#include "../../../reference/refloop.h"

extern const rl_loop_ops rl_adapter_ops;
const rl_loop_ops rl_adapter_ops = {.version = 99, .size = sizeof(rl_loop_ops), .name = "old"};
