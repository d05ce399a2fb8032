"""Searches that are followed: an Atom feed of any of them. Must not know how letters are found."""
