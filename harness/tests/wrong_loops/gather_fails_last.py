"""gather() waits for all children before it says that one has failed."""
import asyncio

import wrong_loops.parts as parts

CASE = ""
CAUGHT_BY = ("GATHER/cancelled_child",)
gather_of_asyncio = asyncio.gather


def gather(*awaitables, return_exceptions=False):
    outer = gather_of_asyncio(*awaitables, return_exceptions=True)
    if return_exceptions or not awaitables:
        return outer

    async def wait():
        results = await outer
        for result in results:
            if isinstance(result, BaseException):
                raise result
        return results

    return asyncio.ensure_future(wait())


parts.replace("gather", gather)
new_event_loop = asyncio.SelectorEventLoop
