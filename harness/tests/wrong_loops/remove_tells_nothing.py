"""remove_reader and remove_writer return None."""
import asyncio

CASE = "IO-03"
CAUGHT_BY = ("IO/remove_reader_result", "IO/remove_writer_result", "IO/remove_other_direction")


class new_event_loop(asyncio.SelectorEventLoop):
    def remove_reader(self, fd):
        super().remove_reader(fd)

    def remove_writer(self, fd):
        super().remove_writer(fd)
