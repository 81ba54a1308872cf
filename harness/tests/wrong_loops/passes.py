"""asyncio's loop with a pass taken apart, so that a wrong loop can replace one step of it.

The steps are those of the picture in spec/01-overview.md, in its order.  The permitted variants
in this folder show that taking it apart changes nothing.
"""
import asyncio
import heapq
from asyncio.base_events import _format_handle
from asyncio.log import logger

LONGEST_WAIT_S = 24 * 3600
FEW_TIMERS = 100


class Passes(asyncio.SelectorEventLoop):
    def _run_once(self):
        self.drop_cancelled()
        events = self._selector.select(self.timeout())
        self.queue_ready(events)
        self.run_batch()

    def drop_cancelled(self):
        """Step 1: cancelled timers in bulk where they are the most, else those at the head."""
        heap = self._scheduled
        if len(heap) > FEW_TIMERS and self._timer_cancelled_count > len(heap) / 2:
            self._timer_cancelled_count = 0
            for handle in heap:
                handle._scheduled = not handle._cancelled
            heap[:] = [handle for handle in heap if handle._scheduled]
            heapq.heapify(heap)
        while heap and heap[0]._cancelled:
            self._timer_cancelled_count -= 1
            heapq.heappop(heap)._scheduled = False

    def timeout(self):
        """Step 2: how long the poll may take."""
        if self._ready or self._stopping:
            return 0
        if not self._scheduled:
            return None
        return min(max(0, self._scheduled[0]._when - self.time()), LONGEST_WAIT_S)

    def queue_ready(self, events):
        """Steps 3 and 4; what they queue goes behind what is queued."""
        self.queue_io(events)
        self.queue_timers()

    def queue_io(self, events):
        self._process_events(events)

    def queue_timers(self):
        end_time = self.time() + self._clock_resolution
        while self._scheduled and self._scheduled[0]._when < end_time:
            handle = heapq.heappop(self._scheduled)
            handle._scheduled = False
            self._ready.append(handle)

    def run_batch(self):
        """Step 5: as many as are queued now."""
        for _ in range(len(self._ready)):
            handle = self._ready.popleft()
            if not handle._cancelled:
                self.run_handle(handle)

    def run_handle(self, handle):
        if not self.get_debug():
            handle._run()
            return
        began = self.time()
        handle._run()
        seconds = self.time() - began
        if self.is_slow(handle, seconds):
            logger.warning("Executing %s took %.3f seconds", _format_handle(handle), seconds)

    def is_slow(self, handle, seconds):
        """Is the callback to be logged that took so long, in debug mode?"""
        return seconds >= self.slow_callback_duration

    def to_front(self, queue):
        """Call queue(), and let what it queues go before what was queued."""
        before = len(self._ready)
        queue()
        self._ready.rotate(len(self._ready) - before)
