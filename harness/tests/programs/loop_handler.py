import asyncio
from scenario import capture_logging, log
loop = asyncio.new_event_loop()
raised = ValueError("in callback")
def fails(*args):
    raise raised
seen = []
def handler(which, context):
    log(which is loop, sorted(context), context["exception"] is raised)
    log(isinstance(context["handle"], asyncio.Handle), context["message"].split("(")[0])
loop.set_exception_handler(handler)
log(loop.get_exception_handler() is handler)
handle = loop.call_soon(fails, 1)
loop.call_later(0.03125, fails)
loop.call_later(0.0625, loop.stop)
loop.run_forever()
same = []
loop.set_exception_handler(lambda which, context: same.append(context["handle"]))
handle = loop.call_soon(fails)
loop.call_soon(loop.stop)
loop.run_forever()
log(same[0] is handle)
given = {"message": "mine", "extra": [1]}
loop.set_exception_handler(lambda which, context: log(context is given, context["extra"]))
loop.call_exception_handler(given)
def bad_handler(which, context):
    raise KeyError("in handler")
capture_logging(lambda level, text: log(level, text.split("\n")[0].split("(")[0]))
loop.set_exception_handler(bad_handler)
loop.call_exception_handler({"message": "first"})
loop.set_exception_handler(None)
log(loop.get_exception_handler())
loop.call_exception_handler({"message": "by default", "b": 2, "a": "x"})
loop.call_exception_handler({})
loop.default_exception_handler({"message": "directly"})
loop.call_soon(fails)
loop.call_soon(loop.stop)
loop.run_forever()
for bad in (5, "x"):
    try:
        loop.set_exception_handler(bad)
    except TypeError as error:
        log(type(error).__name__)
def interrupt():
    raise KeyboardInterrupt("out")
loop.call_soon(interrupt)
loop.call_soon(log, "afterwards")
try:
    loop.run_forever()
except KeyboardInterrupt as error:
    log(error, error.__context__)
loop.call_soon(loop.stop)
loop.run_forever()
try:
    raise OSError
except OSError:
    loop.call_soon(interrupt)
    try:
        loop.run_forever()
    except KeyboardInterrupt as error:
        log(type(error.__context__).__name__)
loop.close()
