"""The refusal of a coroutine names the method that was called, call_at for call_later too."""
# clause: DBG-3
# level: defacto
# ops: threads, executor, tasks, debug
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.set_debug(True)


async def function():
    pass


def attempt(name, method, *args):
    try:
        method(*args, function)
        log(name, "accepted")
    except TypeError as error:
        log(name, "->", str(error).split()[-1])       # the text is the clause


attempt("call_soon", loop.call_soon)
attempt("call_soon_threadsafe", loop.call_soon_threadsafe)
attempt("call_later", loop.call_later, 0)
attempt("call_at", loop.call_at, loop.time())
attempt("run_in_executor", loop.run_in_executor, None)
loop.close()

# trace 3.8..
#      0  call_soon -> call_soon()
#      0  call_soon_threadsafe -> call_soon_threadsafe()
#      0  call_later -> call_at()
#      0  call_at -> call_at()
#      0  run_in_executor -> run_in_executor()
