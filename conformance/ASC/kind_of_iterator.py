"""The same iterator is both kinds from 3.13."""
# clause: ASC-1
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    future = asyncio.get_running_loop().create_future()
    items = asyncio.as_completed([future])
    log(iter(items) is items, hasattr(items, "__anext__"))
    future.set_result("result")
    log(await next(items))


asyncio.run(main())

# trace 3.8..3.12
#      0  True False
#      0  result

# trace 3.13..
#      0  True True
#      0  result
