"""JSON as it leaves the house: small, fast, and text as it is.

Owns orjson: nothing else imports it. Must not know what is said.
"""

from typing import Any

import orjson
from flask import Response
from flask.json.provider import JSONProvider


class CompactJSON(JSONProvider):
    """Writes and reads JSON for the application; names keep their order."""

    def dumps(self, obj: Any, **_kwargs: Any) -> str:
        """JSON as text."""
        return orjson.dumps(obj).decode()

    def loads(self, s: str | bytes, **_kwargs: Any) -> Any:
        """What a JSON text says."""
        return orjson.loads(s)

    def response(self, *args: Any, **kwargs: Any) -> Response:
        """An answer whose body is the JSON of one value, or of an object of the named ones."""
        body = orjson.dumps(self._prepare_response_obj(args, kwargs))
        return Response(body, mimetype="application/json")
