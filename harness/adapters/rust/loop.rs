//! template.c's loop in Rust: callbacks, timers, run, stop, close.
//!
//! It fills in the table of reference/refloop.h by itself, with nothing of adapter.h, to
//! show that the interface needs no C.  A handle is an Rc that C holds as a pointer to
//! its first field; the table ends with `census`, and its `size` says so.
mod refloop;

use refloop::*;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::ffi::{c_int, c_void};
use std::ptr::{null, null_mut};
use std::rc::Rc;
use std::sync::OnceLock;
use std::time::Instant;

// ---- Handles ----

#[repr(C)]
struct Handle {
    base: HandleBase,
    call: *const Call,
    arg: Cell<Option<*mut c_void>>,
    context: *mut Context,
    when_s: f64, // NaN: no timer
    cancelled: Cell<bool>,
    running: Cell<bool>,
}

impl Handle {
    /// What it was given is dropped once, and never while its callback runs.
    unsafe fn drop_arg(&self) {
        if self.running.get() {
            return;
        }
        if let (Some(arg), Some(drop)) = (self.arg.take(), (*self.call).drop) {
            drop(arg);
        }
    }

    /// In its context.
    unsafe fn call(&self) -> *mut Exc {
        let Some(arg) = self.arg.get().filter(|_| !self.cancelled.get()) else {
            return null_mut();
        };
        let err = rl_context_enter(self.context);
        if err != OK {
            return rl_exc_from_err(err);
        }
        self.running.set(true);
        let exc = ((*self.call).run)(arg);
        self.running.set(false);
        rl_context_exit(self.context);
        exc
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        unsafe {
            self.drop_arg();
            rl_context_unref(self.context);
            let me = of(self.base.owner);
            me.handles.set(me.handles.get() - 1);
        }
    }
}

unsafe fn handle_of<'a>(base: *const HandleBase) -> &'a Handle {
    &*base.cast()
}

unsafe extern "C" fn handle_ref(base: *const HandleBase) -> *const HandleBase {
    Rc::increment_strong_count(base.cast::<Handle>());
    base
}

unsafe extern "C" fn handle_unref(base: *const HandleBase) {
    Rc::decrement_strong_count(base.cast::<Handle>());
}

unsafe extern "C" fn handle_cancel(base: *const HandleBase) {
    handle_ref(base); // what is dropped may hold the last reference
    handle_of(base).cancelled.set(true);
    handle_of(base).drop_arg();
    drop(of((*base).owner).take_timer(base));
    handle_unref(base);
}

unsafe extern "C" fn handle_cancelled(base: *const HandleBase) -> bool {
    handle_of(base).cancelled.get()
}

unsafe extern "C" fn handle_when(base: *const HandleBase) -> f64 {
    handle_of(base).when_s
}

unsafe extern "C" fn handle_get_context(base: *const HandleBase, out: *mut *mut Context) -> Err {
    *out = rl_context_ref(handle_of(base).context);
    OK
}

// ---- The loop ----

#[repr(C)]
struct Loop {
    base: Base, // first; only the command looks into it
    ready: RefCell<VecDeque<Rc<Handle>>>,
    timers: RefCell<VecDeque<Rc<Handle>>>, // by deadline, and by age where that is equal
    running: Cell<bool>,
    closed: Cell<bool>,
    stopping: Cell<bool>,
    left: Cell<*mut Exc>, // SystemExit or KeyboardInterrupt: leaves the run
    handler: Cell<Option<Handler>>,
    handler_arg: Cell<*mut c_void>,
    handles: Cell<usize>, // alive
}

unsafe fn of<'a>(base: *mut Base) -> &'a Loop {
    &*base.cast()
}

fn now_s() -> f64 {
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed().as_secs_f64()
}

impl Loop {
    /// A handle in a copy of the current context, or in that one.
    unsafe fn make(
        &self, base: *mut Base, when_s: f64, call: *const Call, arg: *mut c_void,
        context: *mut Context, out: *mut *const HandleBase,
    ) -> Result<Rc<Handle>, Err> {
        if self.closed.get() {
            return Err(LOOP_CLOSED);
        }
        let mut inside = context;
        let err = if context.is_null() {
            rl_context_copy_current(&mut inside)
        } else {
            rl_context_ref(context);
            OK
        };
        if err != OK {
            return Err(err);
        }
        self.handles.set(self.handles.get() + 1);
        let handle = Rc::new(Handle {
            base: HandleBase { owner: base },
            call,
            arg: Cell::new(Some(arg)),
            context: inside,
            when_s,
            cancelled: Cell::new(false),
            running: Cell::new(false),
        });
        if !out.is_null() {
            *out = Rc::into_raw(handle.clone()).cast();
        }
        Ok(handle)
    }

    /// Out of the list; to be dropped when nothing is borrowed any more.
    fn take_timer(&self, base: *const HandleBase) -> Option<Rc<Handle>> {
        let mut timers = self.timers.borrow_mut();
        let at = timers
            .iter()
            .position(|timer| Rc::as_ptr(timer).cast() == base)?;
        timers.remove(at)
    }

    fn wait_for_work(&self) {
        let first_s = self.timers.borrow().front().map(|timer| timer.when_s);
        let timeout_ms = match first_s {
            _ if !self.ready.borrow().is_empty() || self.stopping.get() => 0.0,
            Some(when_s) => ((when_s - now_s()) * 1e3).ceil().clamp(0.0, 1e9),
            None => -1.0,
        };
        unsafe { poll(null_mut(), 0, timeout_ms as c_int) };
    }

    fn queue_due_timers(&self) {
        let end_s = now_s() + 1e-9; // a tick of grace
        let mut timers = self.timers.borrow_mut();
        while timers.front().is_some_and(|timer| timer.when_s < end_s) {
            self.ready.borrow_mut().extend(timers.pop_front());
        }
    }

    /// As many as are queued now.
    unsafe fn run_batch(&self, base: *mut Base) {
        self.leave(rl_check_signals());
        let count = self.ready.borrow().len();
        for _ in 0..count {
            if !self.left.get().is_null() {
                return;
            }
            let next = self.ready.borrow_mut().pop_front();
            if let Some(handle) = next {
                self.report(base, &handle, handle.call());
                handle.drop_arg();
            }
        }
    }

    unsafe fn leave(&self, exc: *mut Exc) {
        if self.left.get().is_null() {
            self.left.set(exc);
        } else if !exc.is_null() {
            rl_exc_unref(exc);
        }
    }

    unsafe fn report(&self, base: *mut Base, handle: &Handle, exc: *mut Exc) {
        if exc.is_null() || rl_exc_is_fatal(exc) {
            return self.leave(exc);
        }
        let context = ExcContext {
            message: c"Exception in callback".as_ptr(),
            exception: exc,
            handle: &handle.base,
            future: null_mut(),
            task: null_mut(),
            extra: null(),
            extra_count: 0,
            payload: [null_mut(); 2],
        };
        self.leave(call_exception_handler(base, &context));
        rl_exc_unref(exc);
    }
}

unsafe extern "C" fn new_loop(out: *mut *mut Base) -> Err {
    let me = Loop {
        base: Base {
            ops: null(),
            ref_count: 0,
            others: [null_mut(); 8],
        },
        ready: RefCell::default(),
        timers: RefCell::default(),
        running: Cell::new(false),
        closed: Cell::new(false),
        stopping: Cell::new(false),
        left: Cell::new(null_mut()),
        handler: Cell::new(None),
        handler_arg: Cell::new(null_mut()),
        handles: Cell::new(0),
    };
    *out = Box::into_raw(Box::new(me)).cast();
    OK
}

unsafe extern "C" fn free_loop(base: *mut Base) {
    drop(Box::from_raw(base.cast::<Loop>()));
}

unsafe extern "C" fn time(_: *mut Base) -> f64 {
    now_s()
}

unsafe extern "C" fn is_running(base: *mut Base) -> bool {
    of(base).running.get()
}

unsafe extern "C" fn is_closed(base: *mut Base) -> bool {
    of(base).closed.get()
}

unsafe extern "C" fn call_soon(
    base: *mut Base, call: *const Call, arg: *mut c_void, context: *mut Context,
    out: *mut *const HandleBase,
) -> Err {
    match of(base).make(base, f64::NAN, call, arg, context, out) {
        Ok(handle) => of(base).ready.borrow_mut().push_back(handle),
        Err(err) => return err,
    }
    OK
}

unsafe extern "C" fn call_at(
    base: *mut Base, when_s: f64, call: *const Call, arg: *mut c_void, context: *mut Context,
    out: *mut *const HandleBase,
) -> Err {
    match of(base).make(base, when_s, call, arg, context, out) {
        Ok(timer) => {
            let mut timers = of(base).timers.borrow_mut();
            let at = timers.partition_point(|other| other.when_s <= when_s);
            timers.insert(at, timer);
            OK
        }
        Err(err) => err,
    }
}

unsafe extern "C" fn run_forever(base: *mut Base) -> *mut Exc {
    let me = of(base);
    if me.closed.get() {
        return rl_exc_from_err(LOOP_CLOSED);
    } else if me.running.get() {
        return rl_exc_from_err(LOOP_RUNNING);
    } else if !rl_get_running_loop().is_null() {
        return rl_exc_from_err(OTHER_LOOP_RUNNING);
    }
    rl_loop_ref(base); // a callback may release the loop
    me.running.set(true);
    rl_set_running_loop(base);
    while {
        me.wait_for_work();
        me.queue_due_timers();
        me.run_batch(base);
        !me.stopping.get() && me.left.get().is_null()
    } {}
    rl_set_running_loop(null_mut());
    me.running.set(false);
    me.stopping.set(false);
    let left = me.left.replace(null_mut());
    rl_loop_unref(base);
    left
}

unsafe extern "C" fn stop(base: *mut Base) {
    of(base).stopping.set(true);
}

unsafe extern "C" fn close(base: *mut Base) -> Err {
    let me = of(base);
    if me.running.get() {
        return CLOSE_RUNNING;
    }
    me.closed.set(true);
    drop(me.ready.take());
    drop(me.timers.take());
    OK
}

unsafe extern "C" fn census(base: *mut Base, out: *mut Census) {
    let handles = of(base).handles.get();
    *out = Census {
        handles,
        scheduled: 0,
        ready: 0,
        descriptors: 0,
    };
}

// ---- The exception handler ----

unsafe extern "C" fn set_exception_handler(
    base: *mut Base, handler: Option<Handler>, arg: *mut c_void,
) {
    of(base).handler.set(handler);
    of(base).handler_arg.set(arg);
}

/// EXC-10: that of the task named, else of the handle; a plain future has none.
unsafe fn context_of(context: &ExcContext) -> *mut Context {
    let named = if context.task.is_null() {
        context.future
    } else {
        context.task
    };
    if named.is_null() {
        return if context.handle.is_null() {
            null_mut()
        } else {
            handle_of(context.handle).context
        };
    }
    let task = rl_future_task(named);
    if task.is_null() {
        null_mut()
    } else {
        rl_task_get_context(task)
    }
}

unsafe extern "C" fn call_exception_handler(
    base: *mut Base, context: *const ExcContext,
) -> *mut Exc {
    let Some(handler) = of(base).handler.get() else {
        return exception_handler_default(base, context);
    };
    let inside = context_of(&*context);
    let err = if inside.is_null() {
        OK
    } else {
        rl_context_enter(inside)
    };
    let exc = if err == OK {
        handler(base, context, of(base).handler_arg.get())
    } else {
        rl_exc_from_err(err)
    };
    if !inside.is_null() && err == OK {
        rl_context_exit(inside);
    }
    if exc.is_null() || rl_exc_is_fatal(exc) {
        return exc;
    }
    exception_handler_failed(base, context, exc);
    rl_exc_unref(exc);
    null_mut()
}

#[no_mangle]
#[allow(non_upper_case_globals)]
pub static rl_adapter_ops: Ops = Ops {
    version: 1,
    size: std::mem::size_of::<Ops>() as u32,
    name: c"rust".as_ptr(),
    new_loop,
    free_loop,
    time,
    is_running,
    is_closed,
    call_soon,
    call_at,
    handle_ref,
    handle_unref,
    handle_cancel,
    handle_cancelled,
    run_forever,
    stop,
    close,
    handle_when,
    threads_and_descriptors: [None; 5],
    set_exception_handler,
    call_exception_handler,
    default_exception_handler: exception_handler_default,
    handle_get_context,
    census,
};
