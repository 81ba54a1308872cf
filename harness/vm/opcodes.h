/*
 * opcodes.h - the instruction set.  spec/program-format.md says what each does.
 *
 * X(mnemonic, operands, pops, pushes): operands is one letter each:
 *   n a number      k a constant        t a jump target    o an operator
 *   g a name        l a local           c a cell or free variable
 * A number in `pops` or `pushes` is fixed; N means the first operand, and the
 * few that are neither (A) are worked out in verify.c.
 */
#ifndef VM_OPCODES_H
#define VM_OPCODES_H

enum { N = -1, N2 = -2, N1 = -3, A = -4 }; /* operand; twice it; it plus one; see verify.c */

#define VM_OPCODES(X) \
    X(LOAD_CONST, "k", 0, 1) \
    X(POP, "", 1, 0) \
    X(DUP, "", 1, 2) \
    X(DUP2, "", 2, 4) \
    X(ROT2, "", 2, 2) \
    X(ROT3, "", 3, 3) \
    X(LOAD_LOCAL, "l", 0, 1) \
    X(STORE_LOCAL, "l", 1, 0) \
    X(DELETE_LOCAL, "l", 0, 0) \
    X(LOAD_CELL, "c", 0, 1) \
    X(STORE_CELL, "c", 1, 0) \
    X(DELETE_CELL, "c", 0, 0) \
    X(LOAD_CLOSURE, "c", 0, 1) \
    X(LOAD_GLOBAL, "g", 0, 1) \
    X(STORE_GLOBAL, "g", 1, 0) \
    X(DELETE_GLOBAL, "g", 0, 0) \
    X(LOAD_NAME, "g", 0, 1) \
    X(STORE_NAME, "g", 1, 0) \
    X(DELETE_NAME, "g", 0, 0) \
    X(LOAD_CLASS_CELL, "c", 0, 1) \
    X(LOAD_ATTR, "g", 1, 1) \
    X(STORE_ATTR, "g", 2, 0) \
    X(DELETE_ATTR, "g", 1, 0) \
    X(LOAD_ITEM, "", 2, 1) \
    X(STORE_ITEM, "", 3, 0) \
    X(DELETE_ITEM, "", 2, 0) \
    X(BUILD_SLICE, "", 3, 1) \
    X(BUILD_TUPLE, "n", N, 1) \
    X(BUILD_LIST, "n", N, 1) \
    X(BUILD_SET, "n", N, 1) \
    X(BUILD_DICT, "n", N2, 1) \
    X(BUILD_STRING, "n", N, 1) \
    X(LIST_ADD, "n", 1, 0) \
    X(SET_ADD, "n", 1, 0) \
    X(DICT_ADD, "n", 2, 0) \
    X(LIST_EXTEND, "", 1, 0) \
    X(SET_EXTEND, "", 1, 0) \
    X(DICT_UPDATE, "", 1, 0) \
    X(DICT_MERGE, "", 1, 0) \
    X(LIST_TO_TUPLE, "", 1, 1) \
    X(FORMAT, "o", 2, 1) \
    X(BINARY, "o", 2, 1) \
    X(INPLACE, "o", 2, 1) \
    X(UNARY, "o", 1, 1) \
    X(COMPARE, "o", 2, 1) \
    X(JUMP, "t", 0, 0) \
    X(JUMP_IF_FALSE, "t", 1, 0) \
    X(JUMP_IF_TRUE, "t", 1, 0) \
    X(JUMP_IF_FALSE_KEEP, "t", 1, 0) \
    X(JUMP_IF_TRUE_KEEP, "t", 1, 0) \
    X(GET_ITER, "", 1, 1) \
    X(FOR_ITER, "t", 1, 2) \
    X(UNPACK, "n", 1, N) \
    X(UNPACK_EX, "nn", 1, A) \
    X(CALL, "n", N1, 1) \
    X(CALL_KW, "nk", N1, 1) \
    X(CALL_SPREAD, "n", A, 1) \
    X(MAKE_FUNCTION, "n", A, 1) \
    X(MAKE_CLASS, "n", N1, 1) \
    X(RETURN, "", 1, 0) \
    X(YIELD, "", 1, 1) \
    X(GET_AWAITABLE, "n", 1, 1) \
    X(AWAIT, "", 2, 1) \
    X(GET_AITER, "", 1, 1) \
    X(GET_ANEXT, "", 1, 2) \
    X(IS_ASYNC_END, "", 1, 2) \
    X(ASYNC_WITH_ENTER, "", 1, 2) \
    X(CALL_EXIT, "", 1, 1) \
    X(CALL_EXIT_RAISED, "", 2, 3) \
    X(GROUP_BEGIN, "", 1, 3) \
    X(GROUP_MATCH, "t", 4, 4) \
    X(GROUP_RAISED, "", 4, 3) \
    X(GROUP_END, "", 3, 0) \
    X(TRY, "tn", 0, 0) \
    X(POP_TRY, "", 0, 0) \
    X(POP_HANDLER, "", 0, 0) \
    X(RAISE, "n", N, 0) \
    X(RERAISE, "", 1, 0) \
    X(MATCH_EXCEPTION, "", 2, 1) \
    X(LOAD_ASSERTION_ERROR, "", 0, 1) \
    X(WITH_ENTER, "", 1, 2) \
    X(WITH_EXIT, "", 1, 0) \
    X(WITH_EXCEPT, "", 2, 3) \
    X(IMPORT, "g", 0, 1) \
    X(IMPORT_FROM, "g", 1, 2)

#define VM_OPCODE_NAME(name, operands, pops, pushes) OP_##name,
enum opcode { VM_OPCODES(VM_OPCODE_NAME) OP_COUNT };
#undef VM_OPCODE_NAME

#endif
