"""After SIGINT left-over tasks are cancelled before run raises KeyboardInterrupt."""
# clause: RUN-9, RUN-4
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log, raise_signal


async def job():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0.125)
        log("job is cancelled")


async def main():
    asyncio.create_task(job())
    asyncio.get_running_loop().call_later(0.125, raise_signal, "SIGINT")
    try:
        await asyncio.sleep(10)
    finally:
        log("main is cancelled")


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    log(type(error).__name__)

# trace 3.11..
#    125  main is cancelled
#    250  job is cancelled
#    250  KeyboardInterrupt
