"""A future's exception is reported when it is set, though somebody may still retrieve it."""
import asyncio

CASE = "EXC-03"
CAUGHT_BY = ("EXC/retrieved_by_result", "EXC/retrieved_by_exception",
             "EXC/retrieved_by_until_complete")


class Hasty(asyncio.Future):
    def set_exception(self, exception):
        super().set_exception(exception)
        self.get_loop().call_exception_handler(
            {"message": "Future exception was never retrieved", "exception": exception,
             "future": self})


class new_event_loop(asyncio.SelectorEventLoop):
    def create_future(self):
        return Hasty(loop=self)
