"""What a signal handler raises goes to the exception handler, and the handler stays."""
# clause: SIG-2, EXC-1
# level: documented
# ops: handler, signals
# divergence: SIG-02
import asyncio
from scenario import log, raise_signal, SIGUSR1

loop = asyncio.new_event_loop()


def fail():
    raise ValueError("of the signal")


def report(loop, context):
    log(type(context["exception"]).__name__, sorted(context))


loop.set_exception_handler(report)
loop.add_signal_handler(SIGUSR1, fail)
loop.call_soon(raise_signal, SIGUSR1)
loop.call_later(0.125, raise_signal, SIGUSR1)
loop.call_later(0.25, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  ValueError ['exception', 'handle', 'message']
#    125  ValueError ['exception', 'handle', 'message']
