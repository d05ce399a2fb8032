"""Explanations at the doors: `letters explain` and the API's, in words and numbers.

Owns their wording and shape. Must not know how scores come about.
"""
