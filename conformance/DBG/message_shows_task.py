"""The message about a slow step of a task shows the task, at its first step and after it was woken."""
# clause: DBG-6
# level: detail
# ops: tasks, debug
import asyncio
from scenario import capture_logging, log, pause


def on_record(level, text):
    log(text.split()[1], "name='slow'" in text)


async def slow():
    pause(0.25)
    await asyncio.sleep(1)
    log("woken")
    pause(0.25)


async def main():
    capture_logging(on_record)
    await asyncio.create_task(slow(), name="slow")


asyncio.run(main(), debug=True)

# trace 3.8..
#    250  <Task True
#   1250  woken
#   1500  <Task True
