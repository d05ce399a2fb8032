"""The engine that needs nothing installed: plans run over columns in this process.

It owns matching, scoring, sorting and counting in arrays. It must not know of query syntax,
snippets or pages.
"""

from search.embedded.engine import EmbeddedEngine
from search.embedded.one_name import Leaders

__all__ = ["EmbeddedEngine", "Leaders"]
