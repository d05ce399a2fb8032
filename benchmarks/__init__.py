"""Benchmarks: collections of any size, and how fast the project is beside its peers.

Run as `python -m benchmarks`, or with `make bench`. Nothing of the project imports this package;
it uses the rooms through their public names, as anybody could.
"""
