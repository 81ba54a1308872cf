"""A subclass of SystemExit leaves the run as SystemExit does."""
# clause: EXC-4
# level: defacto
import asyncio
from scenario import log


class Quit(SystemExit):
    pass


loop = asyncio.new_event_loop()


def leave():
    raise Quit


loop.call_soon(leave)
loop.call_soon(loop.stop)
try:
    loop.run_forever()
except SystemExit as error:
    log(type(error).__name__)
loop.close()

# trace 3.8..
#      0  Quit
