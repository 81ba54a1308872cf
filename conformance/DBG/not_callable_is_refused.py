"""In debug mode what cannot be called is refused by the call that brings it."""
# clause: DBG-4
# level: defacto
# ops: threads, executor, debug
# divergence: SCHED-21
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.set_debug(True)


def attempt(name, method, *args):
    for what in (None, 5, "text"):
        try:
            method(*args, what)
            log(name, what, "accepted")
        except TypeError:
            log(name, what, "refused")


attempt("call_soon", loop.call_soon)
attempt("call_soon_threadsafe", loop.call_soon_threadsafe)
attempt("call_later", loop.call_later, 0)
attempt("call_at", loop.call_at, loop.time())
attempt("run_in_executor", loop.run_in_executor, None)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  call_soon None refused
#      0  call_soon 5 refused
#      0  call_soon text refused
#      0  call_soon_threadsafe None refused
#      0  call_soon_threadsafe 5 refused
#      0  call_soon_threadsafe text refused
#      0  call_later None refused
#      0  call_later 5 refused
#      0  call_later text refused
#      0  call_at None refused
#      0  call_at 5 refused
#      0  call_at text refused
#      0  run_in_executor None refused
#      0  run_in_executor 5 refused
#      0  run_in_executor text refused
