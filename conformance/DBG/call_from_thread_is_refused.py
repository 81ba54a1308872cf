"""While a loop runs in debug mode, call_soon, call_later and call_at from another thread are refused."""
# clause: DBG-2
# level: documented
# ops: debug, threads
# divergence: SCHED-21
import asyncio
from scenario import in_thread, log

loop = asyncio.new_event_loop()
loop.set_debug(True)


def attempt(name, function, *args):
    try:
        in_thread(function, *args)
        log(name, "accepted")
    except RuntimeError:
        log(name, "refused")


def callback():
    attempt("call_soon", loop.call_soon, log, "called")
    attempt("call_later", loop.call_later, 0, log, "called")
    attempt("call_at", loop.call_at, loop.time(), log, "called")
    loop.call_later(0.125, loop.stop)


loop.call_soon(callback)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  call_soon refused
#      0  call_later refused
#      0  call_at refused
