"""The threads of the default executor have names that begin with asyncio since 3.9."""
# clause: THR-20
# level: detail
# ops: executor, futures
import asyncio
from scenario import log, thread_name

loop = asyncio.new_event_loop()
name = loop.run_until_complete(loop.run_in_executor(None, thread_name))
log(name.startswith("asyncio"))
loop.close()

# trace 3.8
#      0  False

# trace 3.9..
#      0  True
