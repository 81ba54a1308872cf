/* small.c - an adapter that leaves out what every loop must have. */
#include "../../../reference/refloop.h"

extern const rl_loop_ops rl_adapter_ops;
const rl_loop_ops rl_adapter_ops = {
    .version = RL_LOOP_OPS_VERSION, .size = sizeof(rl_loop_ops), .name = "small"};
