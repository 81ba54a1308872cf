"""A callback that a done callback adds runs one pass later."""
# clause: FUT-6
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()


def first(done):
    log("first")
    done.add_done_callback(lambda again: log("added by first"))
    loop.call_soon(loop.stop)


future.add_done_callback(first)
future.add_done_callback(lambda done: log("second"))
future.set_result(None)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  first
#      0  second
#      0  added by first
