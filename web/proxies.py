"""The address under which the world reaches the application, where others stand in front of it.

Owns what is believed of proxies and the public base address. Must not know any page.
"""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from web.settings import Settings
from web.wrapping import wrap

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


def install_public_address(app: Flask, settings: Settings) -> None:
    """Believe as many proxies as the operator trusts; a public address that is set outdoes them."""
    trusted = settings.trusted_proxies
    if trusted:
        believed = partial(
            ProxyFix, x_for=trusted, x_proto=trusted, x_host=trusted, x_prefix=trusted
        )
        wrap(app, believed)
    if settings.public_url:
        wrap(app, partial(PublicAddress, public_url=settings.public_url))


class PublicAddress:
    """Makes every address that is built begin with the public one.

    A path in it is the application's root: the proxy in front takes it off before it passes a
    request on, as nginx does for `location /letters/ { proxy_pass http://127.0.0.1:8000/; }`.
    """

    def __init__(self, inner: "WSGIApplication", public_url: str) -> None:
        parts = urlsplit(public_url)
        self._inner = inner
        self._scheme, self._host, self._root = parts.scheme, parts.netloc, parts.path

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        environ["wsgi.url_scheme"] = self._scheme
        environ["HTTP_HOST"] = self._host
        environ["SCRIPT_NAME"] = self._root
        return self._inner(environ, start_response)
