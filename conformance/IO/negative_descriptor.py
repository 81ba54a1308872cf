"""A negative descriptor is a ValueError for all four methods."""
# clause: IO-11
# level: defacto
# ops: readers
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
for name, method, args in [("add_reader", loop.add_reader, (log,)),
                           ("add_writer", loop.add_writer, (log,)),
                           ("remove_reader", loop.remove_reader, ()),
                           ("remove_writer", loop.remove_writer, ())]:
    try:
        method(-1, *args)
    except Exception as error:
        log(name, type(error).__name__)
loop.close()

# trace 3.8..
#      0  add_reader ValueError
#      0  add_writer ValueError
#      0  remove_reader ValueError
#      0  remove_writer ValueError
