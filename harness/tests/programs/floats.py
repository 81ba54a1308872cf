from scenario import log
for f in (0.1, 1.0, 100.0, 1e15, 1e16, 123456789012345680.0, 1e22, 1e100, 1.5e-5, 0.0001, 0.00001,
          1 / 3, 2 / 3, 1e-300, 5e-324, 1.7976931348623157e308, -2.5, 0.125, 3.0e-10, 12345.678):
    log(f, repr(f), str(-f))
log(float("inf"), -float("inf"), float("nan"), float("nan") == float("nan"))
log(float("inf") > 1e308, float("inf") == float("inf"), (2.0).is_integer(), (2.5).is_integer())
log(1e16 == 10 ** 16, 0.5 == 1 / 2, 1e3 == 1000, hash(1.0) == hash(1))
