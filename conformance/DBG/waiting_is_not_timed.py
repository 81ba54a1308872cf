"""Only steps of a task are timed, not what it waits for in between."""
# clause: DBG-5
# level: documented
# ops: tasks, debug
import asyncio
from scenario import capture_logging, log, pause


def on_record(level, text):
    log(level, int(float(text.split()[-2]) * 8), "eighths")


async def main():
    capture_logging(on_record)
    await asyncio.sleep(1)
    log("waited")
    pause(0.25)
    await asyncio.sleep(1)
    log("waited again")


asyncio.run(main(), debug=True)

# trace 3.8..
#   1000  waited
#   1250  WARNING 2 eighths
#   2250  waited again
