"""A refused signal leaves the handlers of others in place."""
# clause: SIG-5
# level: documented
# ops: signals
import asyncio
from scenario import log, raise_signal, SIGKILL, SIGUSR1

loop = asyncio.new_event_loop()


def add():
    for sig in (0, SIGKILL):
        try:
            loop.add_signal_handler(sig, log, "never called")
        except (ValueError, RuntimeError):
            log("refused")
    raise_signal(SIGUSR1)


loop.add_signal_handler(SIGUSR1, log, "handler")
loop.call_soon(add)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  refused
#      0  refused
#      0  handler
