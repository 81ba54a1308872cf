"""A timer of a loop that is not run waits, however much time passes in another loop."""
# clause: STOP-23
# level: documented
import asyncio
from scenario import log

one = asyncio.new_event_loop()
two = asyncio.new_event_loop()


def timer():
    log("timer of one")
    one.stop()


one.call_later(0.125, timer)
two.call_later(0.5, two.stop)
two.run_forever()
log("two stopped")
one.run_forever()
one.close()
two.close()

# trace 3.8..
#    500  two stopped
#    500  timer of one
