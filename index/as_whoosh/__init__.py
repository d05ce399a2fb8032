"""The index as a Whoosh index, for those who know Whoosh and for tests that compare with it.

    from index.as_whoosh import LuceneBM25, open_whoosh_index
    from whoosh.qparser import QueryParser

    letters = open_whoosh_index("var/index")
    with letters.searcher(weighting=LuceneBM25()) as searcher:
        query = QueryParser("text_w", letters.schema).parse("复工 OR mask")
        for hit in searcher.search(query):
            print(hit["id"], hit.highlights("text_w", text=hit["text"]))

Fields of text are `text_w`, `text_b`, `text_u` and so on for the views of each field; phrases are
searched in units, `text_u`. Importing this takes 50 ms, so nothing else of the index does.
"""

from index.as_whoosh.live import LetterIndex, open_whoosh_index
from index.as_whoosh.reader import make_reader
from index.as_whoosh.schema import field_name, make_schema
from index.as_whoosh.scoring import LuceneBM25

__all__ = [
    "LetterIndex",
    "LuceneBM25",
    "field_name",
    "make_reader",
    "make_schema",
    "open_whoosh_index",
]
