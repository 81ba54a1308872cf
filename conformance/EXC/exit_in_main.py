"""An exit of the main coroutine leaves run_until_complete and asyncio.run."""
# clause: EXC-14
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main(error):
    await asyncio.sleep(0.125)
    raise error


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main(SystemExit(3)))
except SystemExit as left:
    log(left.args)
loop.close()
try:
    asyncio.run(main(KeyboardInterrupt()))
except KeyboardInterrupt as left:
    log(type(left).__name__)

# trace 3.8..
#    125  (3,)
#    250  KeyboardInterrupt
