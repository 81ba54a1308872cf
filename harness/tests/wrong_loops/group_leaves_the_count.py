"""A task group that cancelled its body leaves cancelling() one too high."""
import asyncio

import wrong_loops.parts as parts

NEEDS = (3, 11)
CASE = "TASK-07"
CAUGHT_BY = ("TG/count_after_abort",)


class TaskGroup(getattr(asyncio, "TaskGroup", object)):
    async def __aexit__(self, *raised):
        task = asyncio.current_task()
        before = task.cancelling()
        try:
            return await super().__aexit__(*raised)
        finally:
            if task.cancelling() < before:
                task._num_cancels_requested += 1


parts.replace("TaskGroup", TaskGroup)
new_event_loop = asyncio.SelectorEventLoop
