"""The address of feeds: any search, the newest letters first, as Atom (RFC 4287)."""

from datetime import UTC, datetime

from flask import Blueprint, Response, render_template

from web.addresses import absolute, feed_address, feed_identity, search_address, whole
from web.collection import searcher, state
from web.feeds.entries import show_entry
from web.headers import revalidated
from web.parameters import SearchParameters
from web.plain import isolated, shortened
from web.whole import of_whole_search

MEDIA_TYPE = "application/atom+xml"
ENTRIES = 50  # letters: more than a reader takes in between two looks

feeds = Blueprint("feeds", __name__)


@feeds.get("/feed.atom")
@revalidated(state)
@of_whole_search
def feed(parameters: SearchParameters) -> Response:
    """The newest letters that a search finds."""
    newest = parameters.model_copy(update={"sort": "-date"})
    found = searcher().match_set(newest.to_request(), ENTRIES)
    entries = [show_entry(match) for match in found]
    indexed = datetime.fromisoformat(found.snapshot.manifest.created)
    text = render_template(
        "feed.xml",
        parameters=parameters,
        entries=entries,
        isolated=isolated,
        shortened=shortened,
        timestamp=timestamp,
        updated=max((entry.updated for entry in entries), default=indexed),
        identity=feed_identity(parameters),
        page=absolute(search_address(whole(parameters, sort="-date"))),
        itself=absolute(feed_address(parameters)),
    )
    return Response(text, content_type=f"{MEDIA_TYPE}; charset=utf-8")


def timestamp(moment: datetime) -> str:
    """A moment as RFC 3339 writes it, in UTC.

    >>> from datetime import timezone
    >>> timestamp(datetime(2020, 2, 3, 8, tzinfo=timezone.utc))
    '2020-02-03T08:00:00Z'
    """
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
