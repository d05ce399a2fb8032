"""The parts of a letter, found in the text of its file. Knows neither files nor formats.

`corpus.structure.understanding` puts them together; who needs one of them imports it alone.
"""
