"""Of which classes exactly handles, timers, futures and tasks are is left open."""
# clause: READY-21
# level: undefined
# ops: futures, tasks
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def names():
    return None


async def coroutine():
    return None


async def main():
    handle = loop.call_soon(names)
    timer = loop.call_later(0, names)
    future = loop.create_future()
    task = loop.create_task(coroutine())
    for thing, base in ((handle, asyncio.Handle), (timer, asyncio.TimerHandle),
                        (future, asyncio.Future), (task, asyncio.Task)):
        log(type(thing).__name__, "is asyncio's" if isinstance(thing, base) else "is its own")
    await task


loop.run_until_complete(main())
loop.close()

# trace 3.8..
#      0  Handle is asyncio's
#      0  TimerHandle is asyncio's
#      0  Future is asyncio's
#      0  Task is asyncio's
