"""Completion runs no callback itself; they run in the next pass, in the order of registration."""
# clause: FUT-5
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()


def callback(name):
    return lambda done: log(name, done is future)


def complete():
    log("before")
    future.set_result(None)
    log("after")


for name in ("first", "second", "third"):
    future.add_done_callback(callback(name))
loop.call_soon(complete)
loop.call_soon(log, "same batch")
loop.call_soon(loop.call_soon, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  before
#      0  after
#      0  same batch
#      0  first True
#      0  second True
#      0  third True
