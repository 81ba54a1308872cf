"""When most of two hundred timers are cancelled the others still run, each at its time."""
# clause: TIMER-10, TIMER-9
# level: detail
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
handles = []
for number in range(200):
    handles.append(loop.call_later(0.125 * (200 - number), log, "timer", number))
for number in range(200):
    if number % 25 != 0:
        handles[number].cancel()
loop.call_later(26, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#   3125  timer 175
#   6250  timer 150
#   9375  timer 125
#  12500  timer 100
#  15625  timer 75
#  18750  timer 50
#  21875  timer 25
#  25000  timer 0
