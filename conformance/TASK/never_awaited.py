"""Calling a coroutine function runs nothing, and a coroutine that is destroyed so gives RuntimeWarning."""
# clause: TASK-44
# level: documented
# ops: tasks
from scenario import capture_warnings, collect, log

capture_warnings(log)


async def job():
    log("job runs")


coroutine = job()
log("called")
del coroutine
collect()
log("destroyed")

# trace 3.8..
#      0  called
#      0  RuntimeWarning
#      0  destroyed
