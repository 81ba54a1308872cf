"""The exception of a task that the program made itself is not reported either, once the loop has run again."""
# clause: STOP-13
# level: detail
# ops: futures, handler, tasks
import asyncio
from scenario import collect, log


async def main():
    raise SystemExit


loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda which, context: log(context["message"]))
task = loop.create_task(main())
try:
    loop.run_until_complete(task)
except SystemExit as error:
    log(type(error).__name__)
del task
collect()
loop.call_soon(loop.stop)
loop.run_forever()
collect()
log("end")
loop.close()

# trace 3.8..
#      0  SystemExit
#      0  end
