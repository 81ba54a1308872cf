"""What stays after a removal runs in its old order."""
# clause: FUT-7
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()


def callback(name):
    return lambda done: log(name)


calls = [callback(name) for name in "abcde"]
for call in calls:
    future.add_done_callback(call)
for call in (calls[0], calls[2]):
    log(future.remove_done_callback(call))
future.add_done_callback(calls[0])
future.set_result(None)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  1
#      0  1
#      0  b
#      0  d
#      0  e
#      0  a
