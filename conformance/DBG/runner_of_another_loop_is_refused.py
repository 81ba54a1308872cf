"""A thread that runs a loop of its own is another thread to every other loop."""
# clause: DBG-2
# level: documented
# ops: debug, threads
import asyncio
from scenario import in_thread, log

loop = asyncio.new_event_loop()
loop.set_debug(True)


def call_the_first():
    try:
        loop.call_soon(log, "called")
        log("accepted")
    except RuntimeError:
        log("refused")


def run_the_second():
    second = asyncio.new_event_loop()
    second.set_debug(True)
    second.call_soon(call_the_first)
    second.call_soon(second.stop)
    second.run_forever()
    second.close()


def callback():
    in_thread(run_the_second)
    loop.stop()


loop.call_soon(callback)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  refused
