"""The refusal of a call from another thread is a RuntimeError that says what is wrong."""
# clause: DBG-2
# level: documented
# ops: debug, threads
import asyncio
from scenario import in_thread, log

loop = asyncio.new_event_loop()
loop.set_debug(True)


def callback():
    try:
        in_thread(loop.call_soon, log, "called")
    except RuntimeError as error:
        log(str(error).startswith("Non-thread-safe operation"))     # the text is the clause
    loop.stop()


loop.call_soon(callback)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  True
