/*
 * verify.c - proves that a code object keeps to its stack.
 *
 * Follows every path once and notes, before each instruction, how deep the
 * value stack and the block stack are.  Two paths that meet must agree; no
 * path may take more than there is or run off the end.  What the values are
 * is not checked: the compiler is trusted there.
 */
#include <stdlib.h>
#include <string.h>

#include "opcodes.h"
#include "program.h"

#define VM_OPCODE_EFFECT(name, operands, pops, pushes) { pops, pushes },
static const struct {
    int pops, pushes;
} effects[] = { VM_OPCODES(VM_OPCODE_EFFECT) };
#undef VM_OPCODE_EFFECT

enum { UNSEEN = -1, DEEPEST = 100000 };

typedef struct walk {
    code *c;
    int *depth;     /* value stack before each instruction; UNSEEN */
    int *blocks;    /* block stack likewise */
    size_t *todo;
    size_t todo_count;
    int most_values, most_blocks;
    const char *why;
} walk;

static int amount(int coded, const instruction *in, bool pops)
{
    switch (coded) {
    case N:
        return in->a;
    case N2:
        return 2 * in->a;
    case N1:
        return in->a + 1;
    case A:
        break;
    default:
        return coded;
    }
    if (in->op == OP_UNPACK_EX)
        return in->a + in->b + 1;
    if (in->op == OP_CALL_SPREAD)
        return in->a == 1 ? 3 : 2;
    (void)pops; /* MAKE_FUNCTION: the code, and one value per flag */
    return 1 + (in->a & 1) + (in->a >> 1 & 1) + (in->a >> 2 & 1);
}

/* Instruction `to` can be reached with that much on the stacks. */
static bool reach(walk *w, size_t to, int depth, int blocks)
{
    if (to >= w->c->instruction_count) {
        w->why = "runs off the end";
        return false;
    }
    if (w->depth[to] == UNSEEN) {
        w->depth[to] = depth;
        w->blocks[to] = blocks;
        w->todo[w->todo_count++] = to;
    } else if (w->depth[to] != depth || w->blocks[to] != blocks) {
        w->why = "paths with different stacks meet here";
        return false;
    }
    if (depth > w->most_values)
        w->most_values = depth;
    if (blocks > w->most_blocks)
        w->most_blocks = blocks;
    return depth < DEEPEST;
}

/* How deep an instruction looks without taking it. */
static int needs(const instruction *in, int pops)
{
    switch ((enum opcode)in->op) {
    case OP_LIST_ADD:
    case OP_SET_ADD:
        return in->a < 1 ? DEEPEST : in->a + 1;
    case OP_DICT_ADD:
        return in->a < 1 ? DEEPEST : in->a + 2;
    case OP_LIST_EXTEND:
    case OP_SET_EXTEND:
    case OP_DICT_UPDATE:
    case OP_DICT_MERGE:
        return 2;
    case OP_TRY:
        return in->b;
    default:
        return pops;
    }
}

static bool step(walk *w, size_t at)
{
    const instruction *in = &w->c->instructions[at];
    int depth = w->depth[at], blocks = w->blocks[at];
    int pops = amount(effects[in->op].pops, in, true);
    int after = depth - pops + amount(effects[in->op].pushes, in, false);
    if (depth < needs(in, pops) || (in->op == OP_RAISE && in->a > 2)
        || (in->op == OP_MAKE_CLASS && in->a > 1) || (in->op == OP_MAKE_FUNCTION && in->a > 7)) {
        w->why = "takes more than there is";
        return false;
    }
    switch ((enum opcode)in->op) {
    case OP_RETURN:
    case OP_RAISE:
    case OP_RERAISE:
        return true;
    case OP_JUMP:
        return reach(w, (size_t)in->a, depth, blocks);
    case OP_JUMP_IF_FALSE:
    case OP_JUMP_IF_TRUE:
        return reach(w, (size_t)in->a, depth - 1, blocks) && reach(w, at + 1, after, blocks);
    case OP_JUMP_IF_FALSE_KEEP:
    case OP_JUMP_IF_TRUE_KEEP:
        return reach(w, (size_t)in->a, depth, blocks) && reach(w, at + 1, after, blocks);
    case OP_FOR_ITER:
        return reach(w, (size_t)in->a, depth - 1, blocks) && reach(w, at + 1, after, blocks);
    case OP_TRY:
        /* In the handler the block is still there, as a handler. */
        return reach(w, (size_t)in->a, depth - in->b + 1, blocks + 1)
               && reach(w, at + 1, after, blocks + 1);
    case OP_GROUP_MATCH:
        return reach(w, (size_t)in->a, depth - 1, blocks) && reach(w, at + 1, after, blocks);
    case OP_POP_TRY:
    case OP_POP_HANDLER:
    case OP_GROUP_END:
        if (blocks == 0) {
            w->why = "closes a block that is not open";
            return false;
        }
        return reach(w, at + 1, after, blocks - 1);
    case OP_LOAD_NAME:
    case OP_STORE_NAME:
    case OP_DELETE_NAME:
    case OP_LOAD_CLASS_CELL:
        if (!w->c->is_class) {
            w->why = "belongs into a class body";
            return false;
        }
        return reach(w, at + 1, after, blocks);
    default:
        return reach(w, at + 1, after, blocks);
    }
}

bool vm_verify(code *c, size_t *at, const char **why)
{
    size_t count = c->instruction_count;
    walk w = { .c = c };
    w.depth = vm_alloc((count + 1) * sizeof *w.depth);
    w.blocks = vm_alloc((count + 1) * sizeof *w.blocks);
    w.todo = vm_alloc((count + 1) * sizeof *w.todo);
    for (size_t i = 0; i < count; i++)
        w.depth[i] = UNSEEN;
    *at = 0;
    bool ok = reach(&w, 0, 0, 0);
    while (ok && w.todo_count > 0) {
        *at = w.todo[--w.todo_count];
        ok = step(&w, *at);
    }
    /* A generator gets what is sent to it on its stack; a raise pushes the exception. */
    c->stack_size = (size_t)w.most_values + 4;
    c->block_size = (size_t)w.most_blocks + 1;
    *why = w.why == NULL ? "needs too much stack" : w.why;
    free(w.depth);
    free(w.blocks);
    free(w.todo);
    return ok;
}
