"""A child that has failed before the call ends the outer, though another child is pending."""
# clause: GATHER-5, GATHER-13
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    failed = loop.create_future()
    failed.set_exception(ValueError())
    pending = loop.create_future()
    outer = asyncio.gather(pending, failed)
    log("done at the call:", outer.done())
    try:
        await outer
    except ValueError:
        log("ValueError", pending.done())
    pending.set_result(None)


asyncio.run(main())

# trace 3.8..3.11
#      0  done at the call: False
#      0  ValueError False

# trace 3.12..
#      0  done at the call: True
#      0  ValueError False
