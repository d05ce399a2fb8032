"""Values of letters, counted from the letters themselves."""

from collections import Counter
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from index import Snapshot
from search import plan
from search.embedded import EmbeddedEngine, Leaders, facets
from search.engine import Window
from tests.search.embedded.states import make_states
from tests.search.embedded.test_months import live

SAME: Mapping[str, str] = {"甲企业": "中国电子商会", "中国防护用品协会": "中国电子商会"}


def read(snapshot: Snapshot) -> list[dict[str, int]]:
    """The ordinals of every second issuer of each segment."""
    values = [live.segment.labels("issuer").values for live in snapshot.segments]
    return [{name: its.find(name) for name in list(its)[::2]} for its in values]


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    folder: Path = tmp_path_factory.mktemp("states")
    return make_states(folder)


@pytest.mark.parametrize("few_values", [0, 64], ids=["places", "bits"])
@pytest.mark.parametrize("sparse", [0, 1000], ids=["dense", "sparse"])
@pytest.mark.parametrize("limit", [1, 2, 20])
@pytest.mark.parametrize("leaders", [{}, SAME], ids=["apart", "one name"])
@pytest.mark.parametrize(
    "match",
    [
        pytest.param(plan.Anything(), id="all letters"),
        pytest.param(plan.DatedWithin(20200101, 20200331), id="some"),
        pytest.param(plan.DatedWithin(20200401, 20200410), id="hardly any"),
    ],
)
def test_the_issuers_of_most_letters_are_counted(
    states: dict[str, Snapshot],
    monkeypatch: pytest.MonkeyPatch,
    few_values: int,
    sparse: int,
    limit: int,
    leaders: Mapping[str, str],
    match: plan.Match,
) -> None:
    monkeypatch.setattr(facets, "_FEW_VALUES", few_values)
    monkeypatch.setattr(facets, "_SPARSE", sparse)
    monkeypatch.setattr(facets, "LIMITS", {"issuer": limit})

    for snapshot in states.values():
        engine = EmbeddedEngine(snapshot, partial(Leaders, leaders, read(snapshot)))
        wanted = plan.Plan(match=match, b=0.75)
        found = engine.find(wanted, Window(size=100, facets=("issuer",)))

        expected = Counter(
            name
            for number in found.numbers.tolist()
            for name in {leaders.get(i.name, i.name) for i in snapshot.letter(number).issuers}
        )
        counted = found.facets["issuer"]
        assert found.total == len(found.numbers) <= len(live(snapshot))
        assert [count for _, count in counted] == sorted(expected.values(), reverse=True)[:limit]
        assert all(expected[leaders.get(name, name)] == count for name, count in counted)
