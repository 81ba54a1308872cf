"""traces.py: records, golden blocks, choice of a block, comparison."""
import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import traces       # noqa: E402
from traces import Line     # noqa: E402

PROGRAM = '"""A sentence."""\nimport asyncio\n'


def lines(*items):
    return [Line(*item) for item in items]


class Records(unittest.TestCase):
    def test_a_whole_file(self):
        trace = traces.parse_records(b"L\t0\t\tfirst\nL\t1.5\ttie\tb'x'\\n\nE\t2\nC\tloops\t1\n")
        self.assertEqual(trace.lines, lines(("0", "", "first"), ("1.5", "tie", "b'x'\\n")))
        self.assertEqual((trace.end, trace.left), (("E", "2"), {"loops": 1}))

    def test_an_exception(self):
        trace = traces.parse_records(b"X\t0\tValueError\tno\n")
        self.assertEqual(trace.end, ("X", "0", "ValueError", "no"))

    def test_a_process_that_died(self):
        trace = traces.parse_records(b"L\t0\t\tfirst\nL\t0\t\tcut in the mid")
        self.assertEqual((len(trace.lines), trace.end), (1, None))

    def test_lines_after_the_end_do_not_count(self):
        self.assertEqual(traces.parse_records(b"E\t0\nL\t0\t\tlate\n").lines, [])

    def test_rubbish_is_named(self):
        for record in (b"Z\t1", b"L\t0\ttext", b"L\tx\t\ttext", b"E", b"C\tloops\tmany", b""):
            with self.subTest(record), self.assertRaisesRegex(traces.FormatError, "^t:2: not a"):
                traces.parse_records(b"L\t0\t\tfirst\n" + record + b"\n", "t")


class Blocks(unittest.TestCase):
    def test_round_trip(self):
        logged = lines(("0", "", "first"), ("250", "tie", "a  b"), ("0.001", "", ""),
                       ("31536000000", "", "~no group"), ("0", "", "back\\\\slash\\n\\t"))
        source = PROGRAM + "\n" + traces.format_block("3.8..3.12", logged) + "\n" \
            + traces.format_block("3.13..", [])
        first, second = traces.parse_blocks(source, "x.py")
        self.assertEqual(first.lines, logged)
        self.assertEqual(first.ranges, [((3, 8), (3, 12))])
        self.assertEqual((second.lines, second.ranges), ([], [((3, 13), None)]))
        self.assertEqual(traces.split_source(source), (PROGRAM, 2))

    def test_layout(self):
        text = traces.format_block("3.8..", lines(("0", "", "a"), ("250", "tie", "b")))
        self.assertEqual(text, "# trace 3.8..\n#      0  a\n#    250 ~tie  b\n")

    def test_a_text_may_begin_like_a_group_or_with_blanks(self):
        for text in ("~tie  b", "  indented", "5", "# trace"):
            logged = lines(("0", "", text), ("1", "tie", text))
            block = traces.format_block("3.8..", logged)
            self.assertEqual(traces.parse_blocks(block, "x")[0].lines,
                             logged)

    def refused(self, block, where, what):
        with self.assertRaisesRegex(traces.FormatError, r"^x\.py:%d: .*%s" % (where, what)):
            traces.parse_blocks(PROGRAM + block, "x.py")

    def test_broken_blocks_are_named_by_line(self):
        self.refused("# trace\n", 3, "no versions")
        self.refused("# trace of a loop\n", 3, "'of' is not a version")
        self.refused("# trace 3.8..3.12 3.12..\n", 3, "overlap")
        self.refused("# trace 3.8..\n#      0 first\n", 4, "two blanks")
        self.refused("# trace 3.8..\n#      x  first\n", 4, "milliseconds")
        self.refused("# trace 3.8..\n#      0  a\n# more\n", 5, "nothing else may follow")
        self.refused("# trace 3.8..\n#      0  a\nprint()\n", 5, "nothing else may follow")
        self.refused("# trace 3.8..\n#      0  a\\b\n", 4, "lone backslash")
        self.refused("# trace 3.8..3.12\n#      0  a\n# trace 3.12..\n", 5, "line 3")

    def test_what_no_golden_can_hold(self):
        for text in ("\x1b[0m", "\r", "ends ", "\u2028", "\x85", "\udc80"):
            self.assertIsNotNone(traces.unwritable(Line("0", "", text)), repr(text))
        self.assertIsNotNone(traces.unwritable(Line("0", "two words", "x")))
        self.assertIsNone(traces.unwritable(Line("0", "tie", "\u00e9 \\n")))


class Choice(unittest.TestCase):
    builds = [(3, 8, 18), (3, 12, 1), (3, 13, 0), (3, 13, 18), (3, 14, 10)]
    source = "# trace 3.8..3.12 3.13.18..\n#      0  good\n# trace 3.13.0\n#      0  bad\n"

    def chosen(self, version, source=source, builds=builds):
        blocks = traces.parse_blocks(source, "x")
        return [block.lines[0].text for block in traces.blocks_for(version, blocks, builds)]

    def test_the_block_that_holds_the_build(self):
        self.assertEqual(self.chosen((3, 13, 0)), ["bad"])
        self.assertEqual(self.chosen((3, 13, 18)), ["good"])

    def test_between_patches_either_satisfies(self):
        self.assertEqual(self.chosen((3, 13, 5)), ["bad", "good"])

    def test_neighbours_that_agree_are_one_block(self):
        self.assertEqual(self.chosen((3, 14, 11)), ["good"])
        self.assertEqual(self.chosen((3, 13, 20)), ["good"])

    def test_a_recorded_build_without_block_is_skipped(self):
        self.assertEqual(self.chosen((3, 8, 18), "# trace 3.12..\n#      0  new\n"), [])

    def test_an_unrecorded_series_takes_the_newest_below_that_recorded_this(self):
        self.assertEqual(self.chosen((3, 16, 0)), ["good"])
        self.assertEqual(self.chosen((3, 16, 0), "# trace 3.8\n#      0  old\n"), ["old"])
        self.assertEqual(self.chosen((3, 10, 0), "# trace 3.12..\n#      0  new\n"), [])


class Comparison(unittest.TestCase):
    golden = lines(("0", "", "a"), ("0", "tie", "b"), ("0", "tie", "c"), ("0", "tie", "b"),
                   ("125", "", "d"))

    def actual(self, *order):
        texts = {"a": self.golden[0], "b": self.golden[1], "c": self.golden[2],
                 "d": self.golden[4], "?": Line("0", "tie", "?")}
        return [texts[name] for name in order]

    def test_equal(self):
        self.assertIsNone(traces.difference(self.golden, self.golden))
        self.assertIsNone(traces.difference([], []))

    def test_order_inside_a_group_is_free(self):
        for order in ("abbcd", "acbbd", "abcbd"):
            self.assertIsNone(traces.difference(self.golden, self.actual(*order)))

    def test_a_group_is_a_multiset(self):
        self.assertEqual(traces.difference(self.golden, self.actual(*"abccd")), 3)
        self.assertEqual(traces.difference(self.golden, self.actual(*"ab?bd")), 2)

    def test_nothing_moves_across_the_edge_of_a_group(self):
        self.assertEqual(traces.difference(self.golden, self.actual(*"babcd")), 0)
        self.assertEqual(traces.difference(self.golden, self.actual(*"abcdb")), 3)

    def test_two_groups_side_by_side_stay_apart(self):
        golden = lines(("0", "one", "a"), ("0", "two", "b"))
        self.assertEqual(traces.difference(golden, golden[::-1]), 0)

    def test_missing_and_further_lines(self):
        self.assertEqual(traces.difference(self.golden, self.golden[:4]), 4)
        self.assertEqual(traces.difference(self.golden, self.golden[:2]), 2)
        self.assertEqual(traces.difference(self.golden, self.golden + self.golden[:1]), 5)

    def test_time_counts_unless_it_is_real(self):
        late = [Line("1", line.group, line.text) for line in self.golden]
        self.assertEqual(traces.difference(self.golden, late), 0)
        self.assertIsNone(traces.difference(self.golden, late, times=False))


if __name__ == "__main__":
    unittest.main()
