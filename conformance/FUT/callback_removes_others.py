"""A done callback can no longer remove the others, which are queued already."""
# clause: FUT-7
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()


def last(done):
    log("last")


def first(done):
    log("first", done.remove_done_callback(last))


future.add_done_callback(first)
future.add_done_callback(last)
future.set_result(None)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  first 0
#      0  last
