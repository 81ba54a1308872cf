"""A loop that is run by run_until_complete has no handler of its own: SIGINT raises KeyboardInterrupt out of it."""
# clause: RUN-12
# level: documented
# ops: futures, tasks
# divergence: SIG-07
import asyncio
from scenario import log, raise_signal


async def main():
    try:
        await asyncio.sleep(1)
    finally:
        log("main ends")


loop = asyncio.new_event_loop()
task = loop.create_task(main())
loop.call_later(0.125, raise_signal, "SIGINT")
try:
    loop.run_until_complete(task)
except KeyboardInterrupt as error:
    log(type(error).__name__, task.done())
loop.run_until_complete(task)
loop.close()

# trace 3.8..
#    125  KeyboardInterrupt False
#   1000  main ends
