"""A loop that runs in another thread than the main one cannot add a handler either."""
# clause: SIG-4
# level: documented
# ops: signals, threads
import asyncio
from scenario import log, in_thread, SIGUSR1

loop = asyncio.new_event_loop()


def callback():
    try:
        loop.add_signal_handler(SIGUSR1, log, "never called")
    except RuntimeError as error:
        log(type(error).__name__)
    loop.stop()


loop.call_soon(callback)
in_thread(loop.run_forever)
loop.close()

# trace 3.8..
#      0  RuntimeError
