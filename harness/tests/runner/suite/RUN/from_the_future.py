"""Nobody can play this one yet."""
# clause: READY-2
# level: documented
# needs: 3.99
import asyncio

asyncio.new_event_loop().close()
