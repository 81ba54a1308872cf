"""Nobody hears of an exception that no one retrieved."""
import asyncio

CASE = "EXC-03"
CAUGHT_BY = ("EXC/future_never_retrieved", "EXC/future_never_retrieved_default",
             "EXC/future_never_retrieved_with_callback")


class Quiet(asyncio.Future):
    def __del__(self):
        pass


class new_event_loop(asyncio.SelectorEventLoop):
    def create_future(self):
        return Quiet(loop=self)
