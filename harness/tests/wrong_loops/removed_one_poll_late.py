"""remove_reader and remove_writer take effect after the next poll."""
from wrong_loops.passes import Passes

CASE = "IO-01"
CAUGHT_BY = ("IO/removed_reader_is_not_called", "IO/removed_writer_left_open")


class new_event_loop(Passes):
    def __init__(self):
        self.late = []
        super().__init__()

    def remove_reader(self, fd):
        self.late.append((super().remove_reader, fd))
        return True

    def remove_writer(self, fd):
        self.late.append((super().remove_writer, fd))
        return True

    def run_batch(self):
        self.run_late, self.late = self.late, []
        super().run_batch()
        for remove, fd in self.run_late:
            remove(fd)
