"""What an operator's machinery asks: is the process up, and can it answer searches."""

from flask import Blueprint, Response, jsonify

from index import IndexFault
from web.collection import generation

operations = Blueprint("operations", __name__)


@operations.get("/healthz")
def healthy() -> Response:
    """The process answers."""
    return jsonify(status="ok")


@operations.get("/readyz")
def ready() -> tuple[Response, int]:
    """An index is live; 503 with the reason's kind where none is."""
    try:
        return jsonify(status="ready", generation=generation()), 200
    except IndexFault as fault:
        return jsonify(status="not ready", reason=type(fault).__name__), 503
