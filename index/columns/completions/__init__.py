"""Strings of letters that can be completed: from what is typed to the strings that go on from it.

A string is found by its beginning, by the beginning of any of its words, and by how its Han
characters are read. Knows nothing of letters, nor what the kinds of strings mean; what is compared
are the bytes as given, UTF-8 without zeros.

    write_completions(writer, name, CompletionRows, newness), merge_completions(...)    writing
    Completions: beginning, with_word, read_as, find, string, occurrences               reading
"""
