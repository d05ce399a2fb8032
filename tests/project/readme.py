"""What the README says and the program knows better: made here, so that it is never wrong.

`python -m tests.project.readme` (make readme) writes it into README.md; a test compares.
"""

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from click.testing import CliRunner
from flask_babel import force_locale

from corpus import gettext
from index import reindex
from tests.project import figures, measured
from tests.project.measured import quality_by_kind
from web.app import create_app
from web.cli import COMMANDS, main
from web.help import syntax_rows
from web.settings import Settings
from web.speaking import speaking

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
SEARCHING = ("search", "复工复产", "--unit", "initiative", "--limit", "1")
EXAMPLE = "/api/v1/search?q=复工&lang=zh&per_page=1"


def blocks() -> dict[str, str]:
    """The text between `<!-- name -->` and `<!-- /name -->`, by name."""
    return {
        "syntax": _syntax(),
        "quality": quality_by_kind(),
        "api": _api(),
        "commands": _commands(),
        "terminal": _terminal(),
        "speed": figures.speed(),
    }


def filled(readme: str) -> str:
    """The README with its blocks as they should be."""
    return measured.filled(readme, blocks())


def _syntax() -> str:
    app = create_app(Settings())
    with app.test_request_context("/"):
        with force_locale("en"):
            english = syntax_rows()
        with force_locale("zh"):
            chinese = syntax_rows()
    rows = [
        f"| {' '.join(map(_code, here.queries))} | {here.meaning} | {there.meaning} |"
        for here, there in zip(english, chinese, strict=True)
    ]
    return "\n".join(["| type | and find | 找到的是 |", "|---|---|---|", *rows])


def _code(query: str) -> str:
    return f"`{query}`"


def _commands() -> str:
    with speaking("zh"):
        chinese = {name: gettext(home.help) for name, home in COMMANDS.items()}
    rows = [
        f"| `letters {name}` | {home.help} | {chinese[name]} |" for name, home in COMMANDS.items()
    ]
    return "\n".join(["| command | does | 作用 |", "|---|---|---|", *rows])


def _terminal() -> str:
    """What a Chinese reader's terminal shows; how long it took differs from run to run."""
    with TemporaryDirectory() as scratch:
        reindex(ROOT / "corpus" / "letters", Path(scratch))
        runner = CliRunner(env={"LETTERS_LANG": "zh", "LETTERS_INDEX": scratch})
        shown = runner.invoke(main, SEARCHING).stdout
    told = re.sub(r"用时 [\d.]+ 毫秒", "用时 1.3 毫秒", shown).rstrip()
    return f"```console\n$ letters {' '.join(SEARCHING)}\n{told}\n```"


def _api() -> str:
    with TemporaryDirectory() as scratch:
        reindex(ROOT / "corpus" / "letters", Path(scratch))
        client = create_app(Settings(index_dir=Path(scratch))).test_client()
        answer = client.get(EXAMPLE, base_url="http://127.0.0.1:8000").get_json()
    return f"```json\n{json.dumps(_shortened(answer), ensure_ascii=False, indent=1)}\n```"


def _shortened(answer: dict[str, Any]) -> dict[str, Any]:
    """Without what differs from run to run, and with the first of everything in lists."""
    (hit,) = answer["results"]
    hit["snippets"] = hit["snippets"][:1]
    hit["initiatives"] = hit["initiatives"][:1]
    hit["url"] = hit["url"].partition("?")[0]
    for initiative in hit["initiatives"]:
        address, _, anchor = initiative["url"].partition("#")
        initiative["url"] = f"{address.partition('?')[0]}#{anchor}"
    answer["facets"] = {name: values[:1] for name, values in answer["facets"].items()}
    answer["took_ms"] = 1.3
    return answer


if __name__ == "__main__":
    README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")
