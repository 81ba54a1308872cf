"""CancelledError is a BaseException, so "except Exception" lets it pass."""
# clause: FUT-24
# level: documented
import asyncio
from scenario import log

log(issubclass(asyncio.CancelledError, BaseException))
log(issubclass(asyncio.CancelledError, Exception))
try:
    try:
        raise asyncio.CancelledError
    except Exception:
        log("caught too early")
except BaseException as error:
    log(type(error).__name__)

# trace 3.8..
#      0  True
#      0  False
#      0  CancelledError
