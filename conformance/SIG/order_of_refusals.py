"""The callback is looked at before the number, and the number before the loop."""
# clause: SIG-16
# level: detail
# ops: signals, tasks, threads
import asyncio
from scenario import in_thread, log, SIGKILL, SIGUSR1

loop = asyncio.new_event_loop()


async def work():
    log("never run")


def add(sig, callback):
    try:
        loop.add_signal_handler(sig, callback)
    except (TypeError, ValueError, RuntimeError) as error:
        log(type(error).__name__)


loop.close()
log("coroutine functions")
add("SIGUSR1", work)
add(0, work)
log("others")
add("SIGUSR1", log)
add(0, log)
add(SIGKILL, log)
add(SIGUSR1, log)
in_thread(add, SIGUSR1, log)

# trace 3.8..
#      0  coroutine functions
#      0  TypeError
#      0  TypeError
#      0  others
#      0  TypeError
#      0  ValueError
#      0  RuntimeError
#      0  RuntimeError
#      0  RuntimeError
