"""What is told as the origin is the line of the program that called."""
# clause: DBG-14
# level: detail
# ops: debug
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.set_debug(True)


def file_and_line(handle):
    place = repr(handle).rstrip(">").split(" created at ")[1]
    log(place.split("/")[-1])


file_and_line(loop.call_soon(log, "called"))
file_and_line(loop.call_later(1, log, "called"))
file_and_line(loop.call_at(loop.time(), log, "called"))
loop.close()

# trace 3.8..
#      0  origin_is_the_callers_line.py:17
#      0  origin_is_the_callers_line.py:18
#      0  origin_is_the_callers_line.py:19
