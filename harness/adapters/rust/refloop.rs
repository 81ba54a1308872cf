//! What loop.rs needs of reference/refloop.h (version 1 of rl_loop_ops), in Rust.
use std::ffi::{c_char, c_int, c_ulong, c_void};

pub type Err = c_int;
pub const OK: Err = 0;
pub const LOOP_CLOSED: Err = 2;
pub const LOOP_RUNNING: Err = 3;
pub const OTHER_LOOP_RUNNING: Err = 4;
pub const CLOSE_RUNNING: Err = 5;

pub enum Exc {}
pub enum Context {}
pub enum Future {}
pub type Handler = unsafe extern "C" fn(*mut Base, *const ExcContext, *mut c_void) -> *mut Exc;

#[repr(C)]
pub struct Call {
    pub run: unsafe extern "C" fn(*mut c_void) -> *mut Exc,
    pub drop: Option<unsafe extern "C" fn(*mut c_void)>,
}

/// rl_loop: filled in and used by the command.
#[repr(C)]
pub struct Base {
    pub ops: *const Ops,
    pub ref_count: u32,
    pub others: [*mut c_void; 8],
}

/// rl_handle
#[repr(C)]
pub struct HandleBase {
    pub owner: *mut Base,
}

#[repr(C)]
pub struct ExcContext {
    pub message: *const c_char,
    pub exception: *mut Exc,
    pub handle: *const HandleBase,
    pub future: *mut Future,
    pub task: *mut Future,
    pub extra: *const c_void,
    pub extra_count: usize,
    pub payload: [*mut c_void; 2],
}

#[repr(C)]
pub struct Census {
    pub handles: usize,
    pub scheduled: usize,
    pub ready: usize,
    pub descriptors: usize,
}

pub type Nothing = Option<extern "C" fn()>; // a member that is left out
pub type Soon = unsafe extern "C" fn(
    *mut Base,
    *const Call,
    *mut c_void,
    *mut Context,
    *mut *const HandleBase,
) -> Err;
pub type At = unsafe extern "C" fn(
    *mut Base,
    f64,
    *const Call,
    *mut c_void,
    *mut Context,
    *mut *const HandleBase,
) -> Err;

#[repr(C)]
pub struct Ops {
    pub version: u32,
    pub size: u32,
    pub name: *const c_char,
    pub new_loop: unsafe extern "C" fn(*mut *mut Base) -> Err,
    pub free_loop: unsafe extern "C" fn(*mut Base),
    pub time: unsafe extern "C" fn(*mut Base) -> f64,
    pub is_running: unsafe extern "C" fn(*mut Base) -> bool,
    pub is_closed: unsafe extern "C" fn(*mut Base) -> bool,
    pub call_soon: Soon,
    pub call_at: At,
    pub handle_ref: unsafe extern "C" fn(*const HandleBase) -> *const HandleBase,
    pub handle_unref: unsafe extern "C" fn(*const HandleBase),
    pub handle_cancel: unsafe extern "C" fn(*const HandleBase),
    pub handle_cancelled: unsafe extern "C" fn(*const HandleBase) -> bool,
    pub run_forever: unsafe extern "C" fn(*mut Base) -> *mut Exc,
    pub stop: unsafe extern "C" fn(*mut Base),
    pub close: unsafe extern "C" fn(*mut Base) -> Err,
    pub handle_when: unsafe extern "C" fn(*const HandleBase) -> f64,
    pub threads_and_descriptors: [Nothing; 5],
    pub set_exception_handler: unsafe extern "C" fn(*mut Base, Option<Handler>, *mut c_void),
    pub call_exception_handler: unsafe extern "C" fn(*mut Base, *const ExcContext) -> *mut Exc,
    pub default_exception_handler: unsafe extern "C" fn(*mut Base, *const ExcContext) -> *mut Exc,
    pub handle_get_context: unsafe extern "C" fn(*const HandleBase, *mut *mut Context) -> Err,
    pub census: unsafe extern "C" fn(*mut Base, *mut Census),
}
unsafe impl Sync for Ops {}

// What the command exports.
extern "C" {
    pub fn rl_context_ref(context: *mut Context) -> *mut Context;
    pub fn rl_context_unref(context: *mut Context);
    pub fn rl_context_copy_current(out: *mut *mut Context) -> Err;
    pub fn rl_context_enter(context: *mut Context) -> Err;
    pub fn rl_context_exit(context: *mut Context) -> Err;
    pub fn rl_exc_from_err(err: Err) -> *mut Exc;
    pub fn rl_exc_unref(exc: *mut Exc);
    pub fn rl_exc_is_fatal(exc: *const Exc) -> bool;
    pub fn rl_get_running_loop() -> *mut Base;
    pub fn rl_set_running_loop(running: *mut Base);
    pub fn rl_loop_ref(base: *mut Base) -> *mut Base;
    pub fn rl_loop_unref(base: *mut Base);
    pub fn rl_check_signals() -> *mut Exc;
    pub fn rl_future_task(future: *mut Future) -> *mut Future;
    pub fn rl_task_get_context(task: *const Future) -> *mut Context;
    pub fn exception_handler_default(base: *mut Base, context: *const ExcContext) -> *mut Exc;
    pub fn exception_handler_failed(base: *mut Base, context: *const ExcContext, exc: *mut Exc);
    pub fn poll(descriptors: *mut c_void, count: c_ulong, timeout_ms: c_int) -> c_int;
}
