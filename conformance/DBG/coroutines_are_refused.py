"""In debug mode everything that takes a callback refuses coroutine functions and coroutines."""
# clause: DBG-3
# level: defacto
# ops: threads, executor, tasks, debug
# divergence: SCHED-21
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.set_debug(True)


async def function():
    log("called")


def attempt(name, method, *args):
    coroutine = function()
    for what in (function, coroutine):
        try:
            method(*args, what)
            log(name, "accepted")
        except TypeError:
            log(name, "refused")
    coroutine.close()


attempt("call_soon", loop.call_soon)
attempt("call_soon_threadsafe", loop.call_soon_threadsafe)
attempt("call_later", loop.call_later, 0)
attempt("call_at", loop.call_at, loop.time())
attempt("run_in_executor", loop.run_in_executor, None)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  call_soon refused
#      0  call_soon refused
#      0  call_soon_threadsafe refused
#      0  call_soon_threadsafe refused
#      0  call_later refused
#      0  call_later refused
#      0  call_at refused
#      0  call_at refused
#      0  run_in_executor refused
#      0  run_in_executor refused
