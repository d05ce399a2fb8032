"""The same initiative in other letters, at the doors: its page, the API's, and in the terminal.

Owns their wording and shape. Must not know how they are found.
"""
