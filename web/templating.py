"""What templates may use besides what a view hands them: addresses, wording, our own files."""

import hashlib
from pathlib import Path

from flask import Flask, url_for
from jinja2 import StrictUndefined

from web import addresses, interface, languages, marking, messages


def install_templating(app: Flask) -> None:
    """Make templates strict and give them their functions."""
    digests = _digests(Path(app.static_folder or ""))

    def asset(name: str) -> str:
        """The address of one of our files, with a digest of its content."""
        return url_for("static", filename=name, v=digests[name])

    environment = app.jinja_env
    environment.undefined = StrictUndefined
    environment.trim_blocks = True
    environment.lstrip_blocks = True
    environment.globals.update(
        absolute=addresses.absolute,
        asset=asset,
        date_in_words=interface.date_in_words,
        escaped=marking.escaped,
        genre_label=messages.genre_label,
        html_language=interface.html_language,
        initiative_address=addresses.initiative_address,
        in_language=addresses.in_language,
        interface_language=interface.interface_language,
        asked_language=interface.asked_language,
        language_label=messages.language_label,
        language_of=languages.language_of,
        export_address=addresses.export_address,
        feed_address=addresses.feed_address,
        note_in_words=messages.note_in_words,
        number_in_words=interface.number_in_words,
        beside_letter=addresses.beside_letter,
        letter_itself=addresses.letter_itself,
        page_address=addresses.page_address,
        quoted=marking.quoted,
        search_identity=addresses.search_identity,
        search_address=addresses.search_address,
        query_address=addresses.query_address,
        without_filters=addresses.without_filters,
    )


def _digests(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:12]
        for path in folder.iterdir()
        if path.is_file()
    }
