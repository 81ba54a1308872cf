"""Nested groups of which children fail in one pass: from 3.13 the body of the outer one is cancelled after the errors of the inner one."""
# clause: TG-9
# level: documented
# needs: 3.11
# ops: tasks
# divergence: TASK-07
import asyncio
from scenario import log


async def fail(error):
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            try:
                async with asyncio.TaskGroup() as inner:
                    outer.create_task(fail(ValueError()))
                    inner.create_task(fail(KeyError()))
            except* KeyError:
                log("inner: KeyError")
            try:
                await asyncio.sleep(0.25)
                log("outer body goes on")
            except asyncio.CancelledError:
                log("outer body cancelled")
                raise
    except* ValueError:
        log("outer: ValueError")
    log(asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.11..3.12
#      0  inner: KeyError
#    250  outer body goes on
#    250  outer: ValueError
#    250  1

# trace 3.13..
#      0  inner: KeyError
#      0  outer body cancelled
#      0  outer: ValueError
#      0  0
