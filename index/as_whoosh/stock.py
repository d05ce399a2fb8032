"""Whoosh as it is published: the one file that imports it, so that its warnings stay here.

Whoosh 2.7.4 is older than the rules about escapes in strings: Python warns of it wherever it is
compiled anew. To be removed when a Whoosh without them is on the index.
"""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from whoosh import (
        analysis,
        columns,
        fields,
        formats,
        matching,
        qparser,
        query,
        reading,
        scoring,
        searching,
        writing,
    )
    from whoosh import index as whoosh_index
    from whoosh.util.filelock import try_for

__all__ = [
    "analysis",
    "columns",
    "fields",
    "formats",
    "matching",
    "qparser",
    "query",
    "reading",
    "scoring",
    "searching",
    "try_for",
    "whoosh_index",
    "writing",
]
