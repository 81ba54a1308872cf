"""A new task takes its first step one pass late."""
import asyncio

import wrong_loops.parts as parts

CASE = ""
CAUGHT_BY = ("TASK/awaiter_resumes_after_end",)


class Task(parts.Task):
    def __init__(self, coro, **options):
        super().__init__(self.later(coro), **options)

    async def later(self, coro):
        await asyncio.sleep(0)
        return await coro


new_event_loop = parts.loop_with_tasks(Task)
