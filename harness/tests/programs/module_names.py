from asyncio import (new_event_loop, get_running_loop, get_event_loop, set_event_loop, isfuture, Handle, TimerHandle,
                     Future, AbstractEventLoop, CancelledError, InvalidStateError, TimeoutError)
from contextvars import ContextVar, Context, Token, copy_context
from scenario import (log, socketpair, in_thread, start_thread, pause, thread_name, capture_logging,
                      capture_warnings, collect, polls, raise_signal, SIGCHLD, SIGHUP, SIGINT, SIGKILL, SIGSTOP,
                      SIGTERM, SIGUSR1, SIGUSR2, SIGWINCH)
from asyncio import (Task, create_task, current_task, all_tasks, ensure_future, iscoroutine, iscoroutinefunction, sleep,
                     gather, wait, FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED, wait_for, as_completed, shield, run, Lock,
                     Event, Condition, Semaphore, BoundedSemaphore, Queue, PriorityQueue, LifoQueue, QueueEmpty, QueueFull,
                     run_coroutine_threadsafe, wrap_future)
for name in (new_event_loop, get_running_loop, get_event_loop, set_event_loop, isfuture, ContextVar, copy_context,
             log, socketpair, in_thread, start_thread, pause, thread_name, capture_logging, capture_warnings, collect):
    log(name.__name__, callable(name))
for cls in (Handle, TimerHandle, Future, AbstractEventLoop, CancelledError, InvalidStateError, TimeoutError, Context, Token):
    log(cls.__name__, isinstance(cls, type), isinstance(5, cls))
for name in (create_task, current_task, all_tasks, ensure_future, iscoroutine, iscoroutinefunction, sleep, gather, wait,
             wait_for, as_completed, shield, run, run_coroutine_threadsafe, wrap_future, polls, raise_signal):
    log(name.__name__, callable(name))
for cls in (Task, Lock, Event, Condition, Semaphore, BoundedSemaphore, Queue, PriorityQueue, LifoQueue, QueueEmpty, QueueFull):
    log(cls.__name__, isinstance(cls, type), isinstance(5, cls))
log(FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED)
log(SIGCHLD, SIGHUP, SIGINT, SIGKILL, SIGSTOP, SIGTERM, SIGUSR1, SIGUSR2, SIGWINCH)
loop = new_event_loop()
log(isinstance(loop, AbstractEventLoop), isinstance(loop.create_future(), Future))
for method in ("call_soon call_soon_threadsafe call_later call_at time run_forever run_until_complete stop close "
               "is_running is_closed add_reader add_writer remove_reader remove_writer set_exception_handler "
               "get_exception_handler call_exception_handler default_exception_handler create_future "
               "add_signal_handler remove_signal_handler run_in_executor set_default_executor get_debug set_debug create_task set_task_factory get_task_factory "
               "shutdown_default_executor").split():
    log(method, callable(getattr(loop, method)))
loop.close()
