"""A search as a whole, for what has no pages: feeds and exports.

Owns how their addresses are read: as strictly as the API's, since a filter that was passed over
would give other letters than were asked for, and nobody would see it.
"""

from collections.abc import Callable
from functools import wraps

from flask import request
from flask.typing import ResponseReturnValue
from pydantic import ValidationError
from werkzeug.datastructures import MultiDict

from web.interface import LANGUAGE_PARAMETER
from web.parameters import SearchParameters, read_strictly
from web.problems import parameter_problem


def of_whole_search(view: Callable[..., ResponseReturnValue]) -> Callable[..., ResponseReturnValue]:
    """Give a view the search of its address, or answer 422 naming what cannot be used."""

    @wraps(view)
    def wrapped(**values: str) -> ResponseReturnValue:
        given = MultiDict(request.args)
        given.poplist(LANGUAGE_PARAMETER)
        try:
            parameters = read_strictly(SearchParameters, given)
        except ValidationError as error:
            return parameter_problem(error)
        return view(parameters, **values)

    return wrapped
