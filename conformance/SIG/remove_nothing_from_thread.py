"""Where there is no handler, removing from another thread is no error."""
# clause: SIG-18
# level: detail
# ops: signals, threads
import asyncio
from scenario import in_thread, log, SIGUSR1

loop = asyncio.new_event_loop()
log("removed:", in_thread(loop.remove_signal_handler, SIGUSR1))
loop.close()

# trace 3.8..
#      0  removed: False
