"""An object without fileno is a ValueError."""
# clause: IO-11
# level: defacto
# ops: readers
import asyncio
from scenario import log

class Thing:
    pass

loop = asyncio.new_event_loop()
try:
    loop.add_reader(Thing(), log, "never")
except Exception as error:
    log("an object", type(error).__name__)
try:
    loop.add_writer("text", log, "never")
except Exception as error:
    log("a text", type(error).__name__)
loop.close()

# trace 3.8..
#      0  an object ValueError
#      0  a text ValueError
