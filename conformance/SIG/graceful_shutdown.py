"""A handler ends a main task that waits for an event."""
# clause: SIG-2
# level: documented
# ops: signals, tasks
import asyncio
from scenario import log, raise_signal, SIGTERM


async def main():
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    loop.add_signal_handler(SIGTERM, ended.set)
    loop.call_later(0.125, raise_signal, SIGTERM)
    await ended.wait()
    log("asked to end")
    await asyncio.sleep(0.125)
    return "ended in good order"


log(asyncio.run(main()))

# trace 3.8..
#    125  asked to end
#    250  ended in good order
