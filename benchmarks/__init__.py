"""Benchmarks: collections of any size, and how fast the project is beside its peers.

Run as `python -m benchmarks`, or with `make bench`. Nothing of the project imports this package. It
uses the rooms as anybody could, and looks behind the door of one, search, for plans and constants.
"""
