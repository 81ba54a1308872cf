import asyncio
import contextvars as cv
import scenario
from asyncio import CancelledError, Future as F, InvalidStateError
from scenario import log as note
note(asyncio.CancelledError is CancelledError, CancelledError.__name__, F.__name__)
scenario.log(issubclass(CancelledError, Exception), issubclass(InvalidStateError, Exception))
note(asyncio.TimeoutError.__name__, cv.ContextVar("x").name, asyncio.isfuture(1))
def local():
    import asyncio as inner
    return inner is asyncio
note(local(), isinstance(1, asyncio.Handle), asyncio.TimerHandle.__name__, issubclass(asyncio.TimerHandle, asyncio.Handle))
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    note(error)
