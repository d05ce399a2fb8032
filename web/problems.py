"""Errors as they leave the house: a page for people, problem details (RFC 9457) for programs.

Owns the shape of both. Must not know what any view does.
"""

import logging

from flask import Flask, Response, current_app, render_template, request, url_for
from pydantic import ValidationError
from werkzeug.exceptions import Conflict, HTTPException, NotFound

from index import IndexFault, NoIndex
from web.interface import gettext, later
from web.messages import fault_in_words

PROBLEM_TYPE = "application/problem+json"
API_PREFIX = "/api/"
TITLES: dict[int, str] = {
    400: later("Bad request"),
    404: later("Not found"),
    405: later("Method not allowed"),
    409: later("Not as it was"),
    413: later("Too large"),
    414: later("Address too long"),
    422: later("A parameter cannot be used"),
    500: later("Something went wrong"),
    503: later("Cannot be searched now"),
}
DETAILS: dict[int, str] = {
    400: later("The server cannot make sense of this request."),
    404: later("There is nothing at this address."),
    405: later("This address can only be read."),
    413: later("The request is larger than the server takes."),
    414: later("The address is longer than the server takes."),
    500: later("The server met a mistake of its own. It has been written down for the operator."),
}
_KEPT_HEADERS = ("Allow", "Retry-After")

log = logging.getLogger(__name__)


def install_problems(app: Flask) -> None:
    """Answer every error in the form that its address calls for."""
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(IndexFault, _index_fault)


def parameter_problem(error: ValidationError) -> Response:
    """The 422 that names each parameter which is unknown or cannot be used."""
    faults = [
        {"name": str(fault["loc"][0]), "detail": fault_in_words(fault)}
        for fault in error.errors(include_url=False, include_input=False)
    ]
    names = ", ".join(dict.fromkeys(fault["name"] for fault in faults))
    detail = gettext("These parameters cannot be used: %(names)s.", names=names)
    return problem(422, detail=detail, parameters=faults)


def problem(status: int, *, detail: str, **members: object) -> Response:
    """Problem details; a type of our own where there is more to say than the status says."""
    own_type = url_for("api.documentation", _anchor="parameters", _external=True)
    body = {
        "type": own_type if members else "about:blank",
        "title": title_of(status),
        "status": status,
        "detail": detail,
        **members,
    }
    return Response(current_app.json.dumps(body), status=status, content_type=PROBLEM_TYPE)


def title_of(status: int) -> str:
    """A status in a few words."""
    return gettext(TITLES.get(status, TITLES[400 if status < 500 else 500]))


def _http_error(error: HTTPException) -> Response:
    status = error.code or 500
    response = _answer(status, _detail(error, status))
    for name, value in error.get_headers():
        if name in _KEPT_HEADERS:
            response.headers[name] = value
    return response


def _detail(error: HTTPException, status: int) -> str:
    """What a view of ours says of it; what Flask and Werkzeug say is in English alone."""
    if isinstance(error, NotFound | Conflict) and error.description != type(error).description:
        return error.description or ""
    return gettext(DETAILS.get(status, DETAILS[400 if status < 500 else 500]))


def _index_fault(error: IndexFault) -> Response:
    """An operator's mistake: everyone sees what to run, only the log where the files lie."""
    if isinstance(error, NoIndex):
        command = "letters reindex"
        detail = gettext("The letters have not been indexed yet. This command does it:")
    else:
        log.error("%s", error)
        command = "letters status"
        detail = gettext("The index cannot be used. This command says why:")
    response = _answer(503, detail, command=command)
    response.headers["Retry-After"] = "30"  # seconds; an operator's step in between is likely
    return response


def _answer(status: int, detail: str, command: str = "") -> Response:
    if request.path.startswith(API_PREFIX):
        return problem(status, detail=f"{detail} {command}".strip())
    page = render_template(
        "error.html", status=status, title=title_of(status), detail=detail, command=command
    )
    return Response(page, status=status, content_type="text/html; charset=utf-8")
