"""SystemExit from a signal handler leaves the run."""
# clause: SIG-2, EXC-4
# level: documented
# ops: signals
import asyncio
from scenario import log, raise_signal, SIGTERM

loop = asyncio.new_event_loop()


def leave():
    raise SystemExit("left")


loop.add_signal_handler(SIGTERM, leave)
loop.call_soon(raise_signal, SIGTERM)
loop.call_later(0.125, log, "timer of the second run")
loop.call_later(0.25, loop.stop)
try:
    loop.run_forever()
except SystemExit as error:
    log(type(error).__name__)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  SystemExit
#    125  timer of the second run
