"""The TimeoutError of asyncio is the builtin one from 3.11, and a class of its own before."""
# clause: FUT-25
# level: documented
import asyncio
from scenario import log

log(asyncio.TimeoutError is TimeoutError)
try:
    raise asyncio.TimeoutError
except TimeoutError:
    log("caught as the builtin one")
except Exception as error:
    log("another", type(error).__name__)

# trace 3.8..3.10
#      0  False
#      0  another TimeoutError

# trace 3.11..
#      0  True
#      0  caught as the builtin one
