"""Builds the wheel `aiospec`: `pip install oracle/` from a checkout, with nothing but pip.

The package holds the oracle's modules, the scenarios, the clauses, and the virtual clock where
`make` has built it.  PEP 517; the wheel is an archive that is simple enough to be written here.
"""
import base64
import hashlib
import os
import re
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
NAME = "aiospec"


def version():
    """The command's own."""
    with open(os.path.join(ROOT, "harness", "command", "commands.h"), encoding="utf-8") as file:
        return re.search(r'AIOSPEC_VERSION "(.*?)"', file.read()).group(1)


def contents():
    """(name in the package, path) of every file."""
    for name in sorted(os.listdir(HERE)):
        if name.endswith(".py") and name != "build_backend.py":
            yield name, os.path.join(HERE, name)
    for name in sorted(os.listdir(os.path.join(ROOT, "spec"))):
        if name.endswith(".md"):
            yield "spec/" + name, os.path.join(ROOT, "spec", name)
    for folder, _, files in sorted(os.walk(os.path.join(ROOT, "conformance"))):
        for name in sorted(files):
            if name.endswith((".py", ".txt")):
                path = os.path.join(folder, name)
                yield os.path.relpath(path, ROOT).replace(os.sep, "/"), path
    clock = os.path.join(os.environ.get("AIOSPEC_BUILD") or os.path.join(ROOT, "build"),
                         "libtimewarp.so")
    if os.path.exists(clock):
        yield "libtimewarp.so", clock


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    files = list(contents())
    has_clock = any(name.endswith(".so") for name, _ in files)
    tag = "py3-none-linux_" + os.uname().machine if has_clock else "py3-none-any"
    info = "%s-%s.dist-info" % (NAME, version())
    wheel = "%s-%s-%s.whl" % (NAME, version(), tag)
    entries = [(NAME + "/__init__.py", b'"""aiospec: see pytest_plugin.py."""\n')]
    for name, path in files:
        with open(path, "rb") as file:
            entries.append((NAME + "/" + name, file.read()))
    entries += [
        (info + "/METADATA", ("Metadata-Version: 2.1\nName: %s\nVersion: %s\n"
                              "Summary: The executable specification of the asyncio event loop\n"
                              "Requires-Python: >=3.8\n" % (NAME, version())).encode()),
        (info + "/WHEEL", ("Wheel-Version: 1.0\nGenerator: aiospec\nRoot-Is-Purelib: %s\nTag: %s\n"
                           % ("false" if has_clock else "true", tag)).encode()),
        (info + "/entry_points.txt", b"[pytest11]\naiospec = aiospec.pytest_plugin\n")]
    record = "".join("%s,sha256=%s,%d\n" % (
        name, base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode(),
        len(data)) for name, data in entries) + info + "/RECORD,,\n"
    with zipfile.ZipFile(os.path.join(wheel_directory, wheel), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries + [(info + "/RECORD", record.encode())]:
            archive.writestr(name, data)
    return wheel


def build_sdist(sdist_directory, config_settings=None):
    raise NotImplementedError("a wheel only: install from a checkout")
