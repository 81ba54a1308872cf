"""set_default_executor refuses what is no thread pool since 3.11, and only warned before."""
# clause: THR-9
# level: documented
# ops: executor
import asyncio
from scenario import capture_warnings, log


class Pool:
    def shutdown(self, wait=True):
        pass


capture_warnings(log)
loop = asyncio.new_event_loop()
try:
    loop.set_default_executor(Pool())
except TypeError as error:
    log(type(error).__name__)
loop.close()

# trace 3.8..3.10
#      0  DeprecationWarning

# trace 3.11..
#      0  TypeError
