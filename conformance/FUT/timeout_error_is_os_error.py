"""From 3.11 who catches OSError catches the TimeoutError of asyncio."""
# clause: FUT-25
# level: documented
import asyncio
from scenario import log

try:
    raise asyncio.TimeoutError
except OSError:
    log("caught as OSError")
except Exception:
    log("not an OSError")

# trace 3.8..3.10
#      0  not an OSError

# trace 3.11..
#      0  caught as OSError
