"""Loops that cannot be made by one plain call, as targets.  With this folder on PYTHONPATH:

    aiospec run python:native_loops:gbulb --python PATH --deviations FILE

What a loop is made of is imported when its name is looked up, so that no scenario sees that.
"""
import os


def gbulb_factory():
    """gbulb 0.6.6: PyGObject takes it for a loop of its own, and asks it for two methods it has not."""
    from contextlib import nullcontext

    from gbulb import GLibEventLoopPolicy
    from gbulb.glib_events import GLibBaseEventLoop
    for name in ("running", "paused"):
        setattr(GLibBaseEventLoop, name, lambda self, *arguments: nullcontext())
    policy = GLibEventLoopPolicy()
    return lambda: policy.new_event_loop()


def gi_events_factory():
    """PyGObject's own loop, on a context of its own."""
    from gi.events import GLibEventLoop
    from gi.repository import GLib
    return lambda: GLibEventLoop(GLib.MainContext.new())


def qasync_pyqt6_factory():
    """qasync on PyQt6, without a display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PyQt6.QtWidgets import QApplication

    import qasync
    return lambda: qasync.QEventLoop(QApplication.instance() or QApplication([]))


def qtasyncio_factory():
    """QtAsyncio, which comes with PySide6."""
    from PySide6.QtAsyncio import QAsyncioEventLoop
    from PySide6.QtCore import QCoreApplication
    return lambda: QAsyncioEventLoop(QCoreApplication.instance() or QCoreApplication([]))


def __getattr__(name):
    made = globals().get(name + "_factory")
    if made is None:
        raise AttributeError("module %r has no attribute %r" % (__name__, name))
    return made()
