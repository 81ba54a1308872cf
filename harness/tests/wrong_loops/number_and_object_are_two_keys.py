"""What was added by its object is not found by its number, nor the other way round."""
import asyncio

CASE = "IO-17"
CAUGHT_BY = ("IO/number_and_object_are_one_key",)


class new_event_loop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.keys = {}          # number: what it was added by

    def add_reader(self, fd, callback, *args):
        self.keys[fd if isinstance(fd, int) else fd.fileno()] = fd
        super().add_reader(fd, callback, *args)

    def remove_reader(self, fd):
        number = fd if isinstance(fd, int) else fd.fileno()
        return self.keys.get(number) is fd and super().remove_reader(fd)
