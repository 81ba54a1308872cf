import asyncio
from scenario import in_thread, log, start_thread
loop = asyncio.new_event_loop()
other = asyncio.new_event_loop()
def inside():
    log(asyncio.get_running_loop() is loop, loop.is_running(), asyncio.get_event_loop() is loop)
    for use in (loop.run_forever, loop.close, other.run_forever):
        try:
            use()
        except RuntimeError as error:
            log(error)
    try:
        in_thread(asyncio.get_running_loop)
    except RuntimeError as error:
        log("in thread:", error)
    loop.stop()
loop.call_soon(inside)
loop.run_forever()
asyncio.set_event_loop(loop)
log(asyncio.get_event_loop() is loop)
asyncio.set_event_loop(None)
try:
    asyncio.set_event_loop(5)
except Exception as error:
    log("refused")
log(loop.get_debug())
def other_thread():
    own = asyncio.new_event_loop()
    own.call_soon(lambda: log("own loop", asyncio.get_running_loop() is own))
    own.call_later(0.03125, own.stop)
    own.run_forever()
    own.close()
    return "thread over"
log(in_thread(other_thread))
thread = start_thread(loop.call_soon_threadsafe, log, "from thread")
loop.call_later(0.125, loop.stop)
loop.run_forever()
log(isinstance(thread.join(), asyncio.Handle))
loop.close()
other.close()
