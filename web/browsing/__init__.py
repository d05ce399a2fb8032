"""Browsing without a query: by date, genre, language and issuer, and through all initiatives."""

from web.browsing.route import browsing

__all__ = ["browsing"]
