"""The addresses of exports: `/export.csv?q=` and so on."""

import re

from flask import Blueprint, Response, stream_with_context

from web.attachments import disposition
from web.collection import searcher, state
from web.exporting.formats import BY_SUFFIX, MOST_LETTERS, iter_export
from web.headers import revalidated
from web.parameters import SearchParameters
from web.whole import of_whole_search

_NAME_LENGTH = 60  # characters of a query that name its file

exports = Blueprint("exports", __name__)


@exports.get(f"/export.<any({', '.join(BY_SUFFIX)}):suffix>")
@revalidated(state)
@of_whole_search
def export(parameters: SearchParameters, suffix: str) -> Response:
    """All results of a search as a file, of more than can be exported the first.

    `Letters-Total` says how many there are, `Letters-Exported` how many of them the file has.
    """
    to = BY_SUFFIX[suffix]
    found = searcher().match_set(parameters.to_request(), MOST_LETTERS)
    response = Response(stream_with_context(iter_export(found, to)), content_type=to.media_type)
    headers = response.headers
    headers["Letters-Total"] = str(found.total)
    headers["Letters-Exported"] = str(len(found))
    headers["Content-Disposition"] = disposition(f"{file_name(parameters.q)}.{suffix}")
    return response


def file_name(query: str) -> str:
    """A name for the file of a query's results: its words.

    >>> file_name('title:"复工 复产" OR masks'), file_name(".. /")
    ('letters-title-复工-复产-OR-masks', 'letters')
    """
    words = "-".join(re.findall(r"\w+", query))[:_NAME_LENGTH].strip("-_")
    return f"letters-{words}" if words else "letters"
