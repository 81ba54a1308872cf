"""A handler that was removed can be added again."""
# clause: SIG-8
# level: documented
# ops: signals
import asyncio
from scenario import log, raise_signal, SIGUSR1

loop = asyncio.new_event_loop()


def again():
    loop.add_signal_handler(SIGUSR1, log, "second")
    raise_signal(SIGUSR1)


loop.add_signal_handler(SIGUSR1, log, "first")
loop.remove_signal_handler(SIGUSR1)
loop.call_soon(again)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  second
