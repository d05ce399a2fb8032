"""The pages for browsing. An address says which part of what is listed, and which page of it."""

from flask import Blueprint, render_template, request, url_for

from search import FACETS, Request
from web.addresses import with_language
from web.browsing.groups import group_by_letter
from web.browsing.issuers import show_issuers
from web.collection import searcher, state
from web.headers import revalidated
from web.narrowing import show_facets
from web.paging import show_paging
from web.parameters import SearchParameters
from web.requests import number_asked
from web.timeline import show_timeline

browsing = Blueprint("browsing", __name__, url_prefix="/browse")

ISSUERS_A_PAGE = 200
INITIATIVES_A_PAGE = 50
NUMBERS = range(1, 21)  # offered as links; any other may be asked for


@browsing.get("")
@revalidated(state)
def overview() -> str:
    """What there is, by date, language, genre, issuer and year."""
    wanted = Request(per_page=1, facets=(*FACETS, "month"), translate=False)
    results = searcher().search(wanted)
    return render_template(
        "browse.html",
        total=results.total,
        timeline=show_timeline(results, SearchParameters()),
        facets=show_facets(results, SearchParameters(), least=1),
    )


@browsing.get("/issuers")
@revalidated(state)
def issuers() -> str:
    """All issuers in the order of the alphabet, by their first letter."""
    initials = searcher().issuer_initials()
    asked = request.args.get("initial", "")
    initial = asked if asked in initials else next(iter(initials), "")
    found, page = searcher().issuers(initial), number_asked("page", 1)
    first = (page - 1) * ISSUERS_A_PAGE
    return render_template(
        "issuers.html",
        initial=initial,
        initials=[(one, _address("issuers", initial=one)) for one in initials],
        total=len(found),
        page=page,
        issuers=show_issuers(found[first : first + ISSUERS_A_PAGE]),
        paging=show_paging(
            page,
            -(-len(found) // ISSUERS_A_PAGE),
            lambda page: _address("issuers", initial=initial, page=page),
        ),
    )


@browsing.get("/initiatives")
@revalidated(state)
def initiatives() -> str:
    """All initiatives under their letters, the newest first, or those of one number."""
    number, page = number_asked("number", 0), number_asked("page", 1)
    results = searcher().search(
        Request(
            q=f"initiative:{number}" if number else "",
            unit="initiative",
            sort="-date",
            page=page,
            per_page=INITIATIVES_A_PAGE,
            facets=(),
            translate=False,
        )
    )
    return render_template(
        "initiatives.html",
        number=number,
        numbers=[(one, _address("initiatives", number=one)) for one in NUMBERS],
        every=_address("initiatives"),
        total=results.total,
        page=page,
        groups=group_by_letter(results.hits),
        paging=show_paging(
            page,
            -(-results.total // INITIATIVES_A_PAGE),
            lambda page: _address("initiatives", number=number, page=page),
        ),
    )


def _address(view: str, **asked: object) -> str:
    """A page of ours, without what goes without saying."""
    told = {name: value for name, value in asked.items() if (name, value) != ("page", 1) and value}
    return with_language(url_for(f"browsing.{view}"), [(n, str(v)) for n, v in told.items()])
