"""The running loop belongs to its thread: another thread sees none during the run."""
# clause: STOP-16
# level: documented
# ops: threads
import asyncio
from scenario import in_thread, log

loop = asyncio.new_event_loop()


def look():
    try:
        asyncio.get_running_loop()
        return "a running loop"
    except RuntimeError as error:
        return type(error).__name__


def inside():
    log("other thread", in_thread(look))
    log("this thread", look())
    log("is_running in other thread", in_thread(loop.is_running))
    loop.stop()


loop.call_soon(inside)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  other thread RuntimeError
#      0  this thread a running loop
#      0  is_running in other thread True
