"""Opening what translation needs: the dictionary and the glossary once, the rest by generation."""

import logging
from collections.abc import Callable
from functools import cache
from pathlib import Path

from index import Snapshot, Token
from index.analysis import user_cache_folder
from search.translation.bilingual import Bilingual
from search.translation.dictionary import Dictionary, open_dictionary
from search.translation.glossary import FILE, Glossary, UnusableGlossary, open_glossary
from search.translation.holdings import Holdings
from search.translation.names import Names

logger = logging.getLogger(__name__)


def open_bilingual(
    snapshot: Snapshot,
    *,
    custom: Path | None,
    tokens_of: Callable[[str], tuple[Token, ...]],
    holds: Callable[[str], bool],
) -> Bilingual:
    """What translates queries of a generation.

    The first time ever, the dictionary is compiled, which takes some seconds; it is kept in the
    user's cache or, if that cannot be written to, beside the index. An admin's glossary that cannot
    be used is left out, and the log says why.
    """
    dictionary = dictionary_for(snapshot)
    holdings = Holdings(snapshot, holds)
    return Bilingual(
        dictionary=dictionary,
        glossary=glossary_for(snapshot, custom),
        holdings=holdings,
        names=Names(dictionary, holdings),
        tokens_of=tokens_of,
        forms_of=snapshot.surface_forms,
    )


def dictionary_for(snapshot: Snapshot) -> Dictionary:
    """The dictionary, which is the same for all generations; see `open_bilingual`."""
    return _dictionary(*_folders(snapshot))


def _folders(snapshot: Snapshot) -> tuple[Path, Path]:
    """Where compiled tables are kept: the first that can be written to."""
    return user_cache_folder(), snapshot.index_dir / "dictionaries"


@cache
def _dictionary(*folders: Path) -> Dictionary:
    return open_dictionary(folders)


@cache
def _projects_glossary(*folders: Path) -> Glossary:
    return open_glossary(None, folders)


def glossary_for(snapshot: Snapshot, custom: Path | None) -> Glossary:
    """The project's glossary and the admin's own; see `open_bilingual`."""
    folders = _folders(snapshot)
    if custom is None or not (custom / FILE).is_file():
        return _projects_glossary(*folders)
    try:
        return open_glossary(custom, folders)
    except UnusableGlossary as error:
        logger.warning("The glossary is left out: %s", error)
        return _projects_glossary(*folders)
