"""SIGINT raises KeyboardInterrupt once its handler was removed."""
# clause: SIG-22
# level: defacto
# ops: signals
import asyncio
from scenario import log, raise_signal, SIGINT

loop = asyncio.new_event_loop()


def remove():
    log("removed:", loop.remove_signal_handler(SIGINT))
    raise_signal(SIGINT)


loop.add_signal_handler(SIGINT, log, "handler")
loop.call_soon(raise_signal, SIGINT)
loop.call_later(0.125, remove)
try:
    loop.run_forever()
except KeyboardInterrupt as error:
    log(type(error).__name__)
loop.close()

# trace 3.8..
#      0  handler
#    125  removed: True
#    125  KeyboardInterrupt
