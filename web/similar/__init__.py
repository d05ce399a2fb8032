"""Similar letters at the doors: `letters similar` and the API's.

Owns their wording and shape. Must not know how they are found.
"""
