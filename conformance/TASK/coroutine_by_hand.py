"""A coroutine can be run by hand, outside of any task and loop."""
# clause: TASK-44
# level: documented
# ops: tasks
from scenario import log


class Ask:
    def __init__(self, question):
        self.question = question

    def __await__(self):
        return (yield self.question)


async def job():
    log("job runs")
    answer = await Ask("first?")
    answer += await Ask("second?")
    return answer


coroutine = job()
log(coroutine.send(None))
log(coroutine.send(1))
try:
    coroutine.send(2)
except StopIteration as stop:
    log(stop.value)

# trace 3.8..
#      0  job runs
#      0  first?
#      0  second?
#      0  3
