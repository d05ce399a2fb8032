"""The application: everything that answers over HTTP, put together from settings."""

from flask import Flask
from flask_openapi3 import OpenAPI

from web.answers import CompactJSON
from web.api import INFO, api
from web.browsing import browsing
from web.collection import install_collection
from web.compression import install_compression
from web.discovery.route import discovery
from web.explaining.route import explanations
from web.exporting.route import exports
from web.feeds.route import feeds
from web.headers import install_headers
from web.interface import install_interface
from web.letter.files import files
from web.letter.route import beside
from web.operations import operations
from web.pages import pages
from web.problems import install_problems, parameter_problem
from web.proxies import install_public_address
from web.recurring.route import initiatives, recurring
from web.requests import AddressRequest
from web.schemas import Problem
from web.settings import Settings
from web.similar.route import likenesses
from web.suggest_api import suggestions
from web.templating import install_templating


def create_app(settings: Settings) -> Flask:
    """Make the application. It starts without an index and answers as soon as there is one."""
    app = OpenAPI(
        "web",
        info=INFO,
        doc_ui=False,
        security_schemes={},  # None would be written out as null, which OpenAPI does not allow
        validation_error_model=Problem,
        validation_error_callback=parameter_problem,
    )
    app.request_class = AddressRequest
    app.json = CompactJSON(app)
    install_interface(app, settings)
    install_collection(app, settings)
    install_templating(app)
    install_compression(app)
    install_headers(app)
    install_problems(app)
    app.register_blueprint(pages)
    app.register_blueprint(browsing)
    app.register_blueprint(beside)
    app.register_blueprint(files)
    app.register_blueprint(initiatives)
    app.register_blueprint(operations)
    app.register_blueprint(feeds)
    app.register_blueprint(exports)
    app.register_blueprint(discovery)
    app.register_api(api)
    app.register_api(explanations)
    app.register_api(likenesses)
    app.register_api(recurring)
    app.register_api(suggestions)
    install_public_address(app, settings)
    return app
