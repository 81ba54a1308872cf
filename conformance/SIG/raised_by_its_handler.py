"""A signal that its own handler raises is handled two passes later."""
# clause: SIG-1, SIG-3
# level: defacto
# ops: signals
# divergence: SIG-13
import asyncio
from scenario import log, raise_signal, SIGUSR1

loop = asyncio.new_event_loop()


def handler():
    seen.append(1)
    log("handler", len(seen))
    if len(seen) == 3:
        loop.stop()
        return
    raise_signal(SIGUSR1)
    loop.call_soon(between)


def between():
    log("between")
    loop.call_soon(log, "in the handler's pass")


seen = []
loop.add_signal_handler(SIGUSR1, handler)
loop.call_soon(raise_signal, SIGUSR1)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  handler 1
#      0  between
#      0  in the handler's pass
#      0  handler 2
#      0  between
#      0  in the handler's pass
#      0  handler 3
