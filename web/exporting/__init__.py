"""All results of a search as a file: CSV, JSON Lines, BibTeX and RIS.

Owns the formats, their addresses and `letters export`. Must not know how letters are found.
"""
