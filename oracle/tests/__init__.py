"""The oracle's tests: python3 -m unittest discover -s oracle/tests -t oracle"""
