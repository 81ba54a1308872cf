"""remove_writer returns False for a descriptor that has only a reader, and the other way round."""
# clause: IO-6
# level: documented
# ops: readers
# divergence: IO-03
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()
loop.add_reader(left, log, "never")
loop.add_writer(right, log, "never")
log("writer of a reader:", loop.remove_writer(left))
log("reader of a writer:", loop.remove_reader(right))
loop.remove_reader(left)
loop.remove_writer(right)
loop.close()

# trace 3.8..
#      0  writer of a reader: False
#      0  reader of a writer: False
