from scenario import log
name, n, f = "abc", 42, 3.14159
log(f"{name}|{name:>6}|{name:<6}|{name:^7}|{name:*^7}|{name:.2}|{name!r:>7}|{name!s}")
log(f"{n}|{n:5}|{n:<5}|{n:^5}|{n:05}|{n:+}|{n:x}|{n:#x}|{n:o}|{n:b}|{n:,}|{1234567:,}|{-n:05}")
log(f"{f}|{f:.2f}|{f:8.3f}|{f:08.3f}|{f:e}|{f:.1e}|{f:g}|{f:.3}|{f:+.1f}|{f:<8.1f}|{0.25:.0%}")
log(f"{True}|{None}|{[1, 'a']}|{(1,)}|{n == 42}|{n if n else 0}|{'nested ' + name}|{{braces}}")
width, digits = 8, 2
log(f"{f:{width}.{digits}f}|{name:>{width}}|{n!r}|{1e20:.0f}|{2.0}|{1e6:,.1f}")
log("%s %r %d %5.2f %-5s| %5d %05d %x %%" % ("a", "b", 3, 2.5, "l", 7, 7, 255))
log("%s" % 5, "%s" % (1,), "%s and %s" % (1, [2]))
log("{} {} {0}".replace(" {0}", "").format(1, "b"), "{1}-{0}".format("a", "b"), "{x!r:>5}".format(x="q"))
for bad in (lambda: f"{'a':d}", lambda: f"{1:z}", lambda: "%d" % "a", lambda: "%s %s" % 1, lambda: f"{[]:>3}"):
    try:
        log(bad())
    except Exception as error:
        log(type(error).__name__)
