"""The message of a cancel climbs through tasks that await each other from 3.11."""
# clause: TASK-28
# level: defacto
# needs: 3.9
# ops: tasks
import asyncio
from scenario import log


async def link(name, inner):
    try:
        await inner
    except asyncio.CancelledError as error:
        log(name, error.args)
        raise


async def main():
    first = asyncio.create_task(link("first", asyncio.sleep(10)))
    second = asyncio.create_task(link("second", first))
    third = asyncio.create_task(link("third", second))
    await asyncio.sleep(0.125)
    third.cancel("why")
    try:
        await third
    except asyncio.CancelledError as error:
        log("main", error.args)


asyncio.run(main())

# trace 3.9..3.10
#    125  first ('why',)
#    125  second ()
#    125  third ()
#    125  main ()

# trace 3.11..
#    125  first ('why',)
#    125  second ('why',)
#    125  third ('why',)
#    125  main ('why',)
