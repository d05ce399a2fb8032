"""The one searcher of an application, and the generation that it answers from."""

from flask import Flask, current_app

from index import LiveIndex, NoIndex
from search import Searcher
from web.settings import Settings

_LIVE, _SEARCHER = "letters.live", "letters.searcher"


def install_collection(app: Flask, settings: Settings) -> None:
    """Open the index lazily, so that the application starts where there is none yet."""
    live = LiveIndex(settings.index_dir)
    app.extensions[_LIVE] = live
    app.extensions[_SEARCHER] = Searcher(live, custom=settings.custom_dir)


def searcher() -> Searcher:
    """The application's searcher."""
    found: Searcher = current_app.extensions[_SEARCHER]
    return found


def generation() -> int:
    """The number of the generation that is live now. Raises index.IndexFault if there is none."""
    return _live().snapshot().generation


def load_segmenter() -> None:
    """Load what cuts Chinese into words. Raises index.IndexFault if there is no index."""
    _live().snapshot().segmenter.load()


def state() -> str:
    """What answers depend on: the generation and, as numbers may come again, when it was made."""
    manifest = _live().snapshot().manifest
    return f"{manifest.number} {manifest.created}"


def state_if_any() -> str:
    """The same for answers that do without an index where there is none."""
    try:
        return state()
    except NoIndex:
        return "no index"


def _live() -> LiveIndex:
    live: LiveIndex = current_app.extensions[_LIVE]
    return live
