"""A future that another thread completes cannot queue its callbacks in debug mode, and says so."""
# clause: DBG-2
# level: documented
# ops: futures, debug, threads
import asyncio
from scenario import in_thread, log

loop = asyncio.new_event_loop()
loop.set_debug(True)
future = loop.create_future()
future.add_done_callback(log)


def callback():
    try:
        in_thread(future.set_result, 1)
        log("accepted")
    except RuntimeError:
        log("refused")
    loop.call_soon(loop.stop)


loop.call_soon(callback)
loop.run_forever()
log(future.result())
loop.close()

# trace 3.8..
#      0  refused
#      0  1
