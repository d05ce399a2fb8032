"""Layers around the application, which see each request before Flask does."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from flask import Flask

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication


def wrap(app: Flask, layer: "Callable[[WSGIApplication], WSGIApplication]") -> None:
    """Put a layer around the application and those that are around it already."""
    # Flask says to assign it, so that the application stays one of Flask's; to mypy it is a method.
    app.wsgi_app = layer(app.wsgi_app)  # type: ignore[assignment, method-assign]
