"""A coroutine that is closed before it began gives no warning."""
# clause: TASK-44
# level: documented
# ops: tasks
from scenario import capture_warnings, collect, log

capture_warnings(log)


async def job():
    log("job runs")


coroutine = job()
coroutine.close()
del coroutine
collect()
log("destroyed")

# trace 3.8..
#      0  destroyed
