import asyncio
from scenario import log
loop = asyncio.new_event_loop()
now = loop.time()
a = loop.call_at(now + 0.125, log, "a")
b = loop.call_later(0.03125, log, "b")
c = loop.call_at(5, log, "long past")
d = loop.call_at(now + 0.125, log, "a")
log(c.when(), a.when() == now + 0.125, a == d, a != b, b < a, a <= d, a > c, hash(c) == hash(5))
d.cancel()
log(a == d, d.cancelled(), isinstance(a, asyncio.TimerHandle), isinstance(a, asyncio.Handle))
loop.call_later(0.25, loop.stop)
loop.run_forever()
for bad in (lambda: loop.call_later("x", log), lambda: a < 3, lambda: loop.call_soon(log, context=5, wrong=1)):
    try:
        bad()
    except TypeError as error:
        log(type(error).__name__)
loop.close()
broken = asyncio.new_event_loop()
handle = broken.call_at("text", log, "never")
log(handle.when())
try:
    broken.run_forever()
except TypeError:
    log("TypeError", broken.is_running())
handle.cancel()
broken.call_soon(broken.stop)
broken.run_forever()
broken.call_later(1, log)
try:
    broken.call_at("text", log, "never")
except TypeError:
    log("TypeError at once")
broken.close()
