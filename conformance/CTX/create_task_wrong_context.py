"""Something else than a context is refused by some releases, and keeps the task from running in others."""
# clause: CTX-8
# level: detail
# needs: 3.11
# ops: futures, handler, tasks
import asyncio
from scenario import capture_warnings, log


async def job():
    log("job runs")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda which, context: log(type(context["exception"]).__name__))
    coroutine = job()
    try:
        task = asyncio.create_task(coroutine, context="no context")
        await asyncio.sleep(0.125)
        log(task.done())
    except TypeError as error:
        log(type(error).__name__)


capture_warnings(lambda category: None)
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()

# trace 3.11..3.13.0 3.14
#      0  AttributeError
#    125  False

# trace 3.13.18 3.15..
#      0  TypeError
