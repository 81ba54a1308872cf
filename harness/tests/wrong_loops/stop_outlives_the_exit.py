"""A future that holds the SystemExit which left its run stops the next run, too."""
import asyncio

CASE = "SCHED-05"
CAUGHT_BY = ("STOP/until_complete_exit_in_future",)


class new_event_loop(asyncio.SelectorEventLoop):
    def run_until_complete(self, future):
        def stop(done):
            if not done.cancelled() and isinstance(done.exception(), SystemExit):
                self.stop()
        future = asyncio.ensure_future(future, loop=self)
        future.add_done_callback(stop)
        return super().run_until_complete(future)
