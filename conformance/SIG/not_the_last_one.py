"""As long as a loop has one handler, removing others changes nothing for it."""
# clause: SIG-10
# level: detail
# ops: signals
import asyncio
from scenario import log, raise_signal, SIGUSR1, SIGUSR2

loop = asyncio.new_event_loop()


def callback():
    loop.remove_signal_handler(SIGUSR2)
    raise_signal(SIGUSR1)


loop.add_signal_handler(SIGUSR1, log, "handler")
loop.add_signal_handler(SIGUSR2, log, "never called")
loop.call_soon(callback)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  handler
