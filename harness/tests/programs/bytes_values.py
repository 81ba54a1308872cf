from scenario import log
b = b"hello\x00\xff"
log(b, len(b), b[0], b[-1], b[1:3], b[::-1], b + b"!", b * 2, b == b"hello\x00\xff", b"a" < b"b")
log(b"ell" in b, 104 in b, 7 in b, list(b"abc"), bytes(3), bytes([65, 66]), bytes("x", "utf-8"))
log(b"a,b".split(b","), b"-".join([b"a", b"b"]), b" x ".strip(), b"abc".startswith(b"ab"), b"abc".find(b"c"))
log(b"it's", b'say "hi"', b"\t\n\\", b"abc".hex(), b"ABC".lower(), b"x".decode(), bool(b""), {b"k": 1}[b"k"])
for bad in (lambda: b"a" + "b", lambda: bytes([256]), lambda: b"a"[3], lambda: bytes("x")):
    try:
        bad()
    except Exception as error:
        log(type(error).__name__)
