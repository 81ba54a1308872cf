"""Without a handler of its own the report about a left-over task is an ERROR in the log."""
# clause: RUN-5
# level: defacto
# ops: tasks
import asyncio
from scenario import capture_logging, log


async def job():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError()


async def main():
    asyncio.create_task(job())
    await asyncio.sleep(0)


# the text's first line is what tells this record from others
capture_logging(lambda level, text: log(level, text.split("\n")[0]))
asyncio.run(main())
log("run returned")

# trace 3.8..
#      0  ERROR unhandled exception during asyncio.run() shutdown
#      0  run returned
