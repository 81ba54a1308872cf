"""A signal that came before close and was not handled yet is dropped."""
# clause: SIG-9
# level: defacto
# ops: signals
import asyncio
from scenario import log, raise_signal, SIGUSR1, SIGUSR2

loop = asyncio.new_event_loop()


def first():
    raise_signal(SIGUSR1)
    loop.call_soon(loop.stop)


loop.add_signal_handler(SIGUSR1, log, "never called")
loop.add_signal_handler(SIGUSR2, log, "never called")
loop.call_soon(first)
loop.run_forever()
raise_signal(SIGUSR2)
loop.close()
log("closed")

# trace 3.8..
#      0  closed
