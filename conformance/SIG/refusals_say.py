"""The texts of the refusals name the number."""
# clause: SIG-19
# level: detail
# ops: signals
import asyncio
from scenario import log, SIGKILL

loop = asyncio.new_event_loop()

for sig in ("SIGUSR1", 1000, SIGKILL):
    try:
        loop.add_signal_handler(sig, log, "never called")
    except (TypeError, ValueError, RuntimeError) as error:
        log(error)      # the text is the clause
loop.close()

# trace 3.8..
#      0  sig must be an int, not 'SIGUSR1'
#      0  invalid signal number 1000
#      0  sig 9 cannot be caught
