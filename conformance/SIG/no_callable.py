"""Something that cannot be called is accepted, and fails when its signal has come."""
# clause: READY-18
# level: defacto
# ops: handler, signals
import asyncio
from scenario import log, raise_signal, SIGUSR1

loop = asyncio.new_event_loop()


def report(loop, context):
    log(type(context["exception"]).__name__)
    loop.stop()


loop.set_exception_handler(report)
loop.add_signal_handler(SIGUSR1, "no callable")
log("accepted")
loop.call_soon(raise_signal, SIGUSR1)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  accepted
#      0  TypeError
