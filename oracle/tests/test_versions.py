"""versions.py: ranges, their shortest form, and which build grades which version."""
import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import versions     # noqa: E402

BUILDS = [(3, 8, 18), (3, 11, 7), (3, 12, 1), (3, 13, 0), (3, 13, 5), (3, 13, 18), (3, 14, 10)]


class Ranges(unittest.TestCase):
    def covered(self, text):
        ranges = versions.parse_ranges(text)
        return [versions.show(build) for build in BUILDS if versions.covers(ranges, build)]

    def test_a_minor_series_holds_all_its_patches(self):
        self.assertEqual(self.covered("3.13"), ["3.13.0", "3.13.5", "3.13.18"])

    def test_a_build_holds_itself_alone(self):
        self.assertEqual(self.covered("3.13.5"), ["3.13.5"])

    def test_bounds_are_inclusive_and_may_be_patches(self):
        self.assertEqual(self.covered("3.11..3.13.0"), ["3.11.7", "3.12.1", "3.13.0"])
        self.assertEqual(self.covered("3.8..3.12"), ["3.8.18", "3.11.7", "3.12.1"])

    def test_an_open_range_goes_on_for_ever(self):
        ranges = versions.parse_ranges("3.13.18..")
        self.assertTrue(versions.covers(ranges, (3, 99, 0)))
        self.assertFalse(versions.covers(ranges, (3, 13, 17)))

    def test_several_ranges(self):
        self.assertEqual(self.covered("3.8..3.11 3.13.18.."),
                         ["3.8.18", "3.11.7", "3.13.18", "3.14.10"])

    def test_broken_ones_are_refused(self):
        for text in ("", "3", "3.x", "3.12..3.8", "3.12...", "..3.12", "3.12-3.13", "3.\u0663"):
            with self.subTest(text), self.assertRaises(versions.RangeError):
                versions.parse_ranges(text)

    def test_overlap(self):
        def overlap(one, other):
            return versions.overlap(versions.parse_ranges(one), versions.parse_ranges(other))
        self.assertTrue(overlap("3.8..3.12", "3.12.."))
        self.assertTrue(overlap("3.13", "3.13.5"))
        self.assertTrue(overlap("3.8..", "3.14.."))
        self.assertFalse(overlap("3.8..3.12", "3.13.."))
        self.assertFalse(overlap("3.13.0", "3.13.5.."))
        self.assertTrue(versions.overlap_themselves(versions.parse_ranges("3.8 3.8.18")))


class ShortestRanges(unittest.TestCase):
    def check(self, claimed, text):
        claimed = [versions.parse(word) for word in claimed.split()]
        self.assertEqual(versions.format_ranges(claimed, BUILDS), text)
        ranges = versions.parse_ranges(text)
        self.assertEqual([build for build in BUILDS if versions.covers(ranges, build)], claimed)

    def test_all_is_one_open_range(self):
        self.check("3.8.18 3.11.7 3.12.1 3.13.0 3.13.5 3.13.18 3.14.10", "3.8..")

    def test_whole_series_are_named_as_series(self):
        self.check("3.8.18 3.11.7 3.12.1", "3.8..3.12")
        self.check("3.13.0 3.13.5 3.13.18", "3.13")
        self.check("3.12.1", "3.12")

    def test_part_of_a_series_is_named_by_patches(self):
        self.check("3.13.0", "3.13.0")
        self.check("3.13.0 3.13.5", "3.13.0..3.13.5")
        self.check("3.13.5 3.13.18", "3.13.5..3.13.18")
        self.check("3.12.1 3.13.0", "3.12..3.13.0")
        self.check("3.13.18 3.14.10", "3.13.18..")

    def test_a_gap_gives_two_ranges(self):
        self.check("3.8.18 3.11.7 3.12.1 3.13.5 3.13.18 3.14.10", "3.8..3.12 3.13.5..")

    def test_every_subset_comes_back(self):
        for bits in range(1, 1 << len(BUILDS)):
            claimed = [build for index, build in enumerate(BUILDS) if bits >> index & 1]
            ranges = versions.parse_ranges(versions.format_ranges(claimed, BUILDS))
            self.assertEqual([b for b in BUILDS if versions.covers(ranges, b)], claimed)
            self.assertFalse(versions.overlap_themselves(ranges))


class Graders(unittest.TestCase):
    def check(self, version, expected):
        found = versions.graders(versions.parse(version), BUILDS)
        self.assertEqual([versions.show(build) for build in found], expected)

    def test_a_recorded_version_grades_itself(self):
        self.check("3.13.5", ["3.13.5"])

    def test_between_two_patches_either_neighbour(self):
        self.check("3.13.9", ["3.13.5", "3.13.18"])

    def test_beside_the_only_patch(self):
        self.check("3.11.2", ["3.11.7"])
        self.check("3.11.9", ["3.11.7"])

    def test_an_unrecorded_series_takes_the_newest_below(self):
        self.check("3.10.4", ["3.8.18"])
        self.check("3.16.0", ["3.14.10"])

    def test_below_everything_there_is_none(self):
        self.check("3.7.10", [])


class BuildsFile(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = os.path.join(folder.name, "builds.txt")

    def write(self, text):
        with open(self.path, "w") as file:
            file.write(text)

    def test_round_trip_sorted_by_number(self):
        builds = {(3, 13, 18): "CPython", (3, 9, 2): "CPython", (3, 13, 5): "CPython"}
        versions.write_builds(self.path, builds)
        with open(self.path) as file:
            self.assertEqual(file.read(), "3.9.2 CPython\n3.13.5 CPython\n3.13.18 CPython\n")
        self.assertEqual(versions.read_builds(self.path), builds)

    def test_missing_is_empty(self):
        self.assertEqual(versions.read_builds(self.path), {})

    def test_broken_lines_are_named(self):
        for text in ("3.8.18 CPython\n3.9 CPython\n", "\n3.8.18\n", "# x\nthree CPython\n"):
            self.write(text)
            with self.assertRaisesRegex(versions.RangeError, r"builds\.txt:2: "):
                versions.read_builds(self.path)


if __name__ == "__main__":
    unittest.main()
