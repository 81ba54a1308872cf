/*
 * args.c - keyword arguments of functions written in C.  See args.h.
 */
#include "args.h"

#include "exception.h"
#include "text.h"

bool vm_keywords(const args *a, const char *function, const char *const names[], value out[])
{
    for (size_t i = 0; names[i] != NULL; i++)
        out[i] = NULL_VALUE;
    for (size_t k = 0; k < a->keyword_count; k++) {
        size_t i = 0;
        while (names[i] != NULL && !vm_str_is(a->names[k], names[i]))
            i++;
        if (names[i] == NULL) {
            vm_raise(&vm_exc.TypeError, "%s() got an unexpected keyword argument '%s'", function,
                     vm_c_string(a->names[k]));
            return false;
        }
        out[i] = a->keywords[k];
    }
    return true;
}
