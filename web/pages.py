"""The pages for people: search, a letter, help. A view reads the address and fills a template."""

from dataclasses import replace

from flask import Blueprint, render_template, request

from search import Note, Request
from web.addresses import search_address
from web.collection import searcher, state, state_if_any
from web.examples import example_queries, simpler_query
from web.headers import revalidated
from web.letter.files import state_today
from web.letter.reading import render_letter
from web.live_examples import live_rows
from web.narrowing import show_facets, show_filters
from web.paging import show_paging
from web.parameters import MAX_QUERY, SearchParameters, read_leniently
from web.search_page import (
    show_orders,
    show_other_language,
    show_result,
    show_units,
)
from web.timeline import show_timeline

pages = Blueprint("pages", __name__)
_NEWEST = Request(per_page=3)


@pages.get("/")
@revalidated(state)
def search() -> str:
    """The search page: results of a query, or the newest letters."""
    parameters, unusable = read_leniently(request.args)
    wanted = parameters.to_request()
    results = searcher().search(replace(wanted, facets=(*wanted.facets, "month")))
    answered = parameters.model_copy(update={"q": results.answered})
    is_start = not parameters.to_pairs()
    newest = () if results.total else searcher().search(_NEWEST).hits
    return render_template(
        "search.html",
        parameters=parameters,
        kept=[pair for pair in parameters.to_pairs() if pair[0] not in ("q", "page")],
        unusable=unusable,
        results=results,
        notes=(*_cut_note(), *results.notes),
        hits=[show_result(hit, answered) for hit in results.hits],
        other_language=show_other_language(results, answered),
        orders=show_orders(parameters),
        units=show_units(parameters),
        facets=show_facets(results, parameters),
        timeline=show_timeline(results, parameters),
        filters=show_filters(parameters),
        paging=show_paging(
            results.page,
            -(-results.total // results.per_page),
            lambda page: search_address(parameters, page=page),
        ),
        is_start=is_start,
        simpler=simpler_query(parameters.q),
        newest=[show_result(hit, SearchParameters()) for hit in newest],
        examples=example_queries([hit.letter for hit in (results.hits if is_start else newest)]),
    )


@pages.get("/letters/<path:letter_id>")
@revalidated(state_today)
def letter(letter_id: str) -> str:
    """A letter, with the terms of the search that led to it marked."""
    return render_letter(letter_id)


@pages.get("/help")
@revalidated(state_if_any)
def syntax() -> str:
    """How to write a query, with examples to try."""
    return render_template("help.html", rows=live_rows(searcher()))


def _cut_note() -> tuple[Note, ...]:
    if len(request.args.get("q", "")) <= MAX_QUERY:
        return ()
    return (Note("cut", MAX_QUERY, MAX_QUERY, (("limit", str(MAX_QUERY)),)),)
