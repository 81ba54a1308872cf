"""A function is called in another thread with positional and keyword arguments."""
# clause: THR-16
# level: documented
# needs: 3.9
# ops: executor, tasks
import asyncio
from scenario import log, thread_name


def job(first, *rest, **keywords):
    return first, rest, sorted(keywords.items()), thread_name()


async def main():
    first, rest, keywords, name = await asyncio.to_thread(job, 1, 2, 3, key="value")
    log(first, rest, keywords, name != thread_name())


asyncio.run(main())

# trace 3.9..
#      0  1 (2, 3) [('key', 'value')] True
