"""The page of a letter and what belongs to it: citations, the file, versions, what was understood.

Must not know how letters are found or read.
"""
