"""What is gathered of names is what reading all of them would give, whatever was changed before."""

from collections import Counter
from pathlib import Path
from random import Random

from corpus import find_other_names
from index import LiveSegment, Snapshot, name_key, open_snapshot, reindex
from search.organisations import Evidence, Sayings, gather

ISSUERS = (
    "中国化工学会",
    "中國化工學會",
    "北方商会",
    "Safety Union",
    "The Safety Union",
    "Care Group",
)
OTHERS = ("CIESC", "商会", "SU", "Safety Union", "")
SAYINGS = Sayings(together=(("Care", "关怀集团"),))


def letter(random: Random) -> str:
    issuer, other = random.choice(ISSUERS), random.choice(OTHERS)
    says = f"{issuer}（{other}）" if other else issuer
    return f"关于口罩的倡议书\n\n各位会员：\n\n{says}请大家佩戴口罩。\n\n{issuer}\n2020年2月3日\n"


def rows_of(live: LiveSegment) -> list[int]:
    count = live.segment.count
    return [row for row in range(count) if live.live is None or live.live[row]]


def read_all(snapshot: Snapshot, sayings: Sayings) -> Evidence:
    """The same from all letters, one by one."""
    letters = [
        snapshot.letter(live.base + int(row)) for live in snapshot.segments for row in rows_of(live)
    ]
    issuers = Counter(party.name for one in letters for party in one.issuers)
    others = {pair for one in letters for pair in find_other_names(one.searchable)}
    spellings = Counter(name_key(name) for name in issuers)
    named = {name_key(name) for pair in (*others, *sayings.together) for name in pair}
    kept = {name for name in issuers if spellings[name_key(name)] > 1 or name_key(name) in named}
    return Evidence(Counter({name: issuers[name] for name in kept}), tuple(sorted(others)))


def test_evidence_is_that_of_the_letters_that_are_there(tmp_path: Path) -> None:
    random = Random(7)
    letters, index = tmp_path / "letters", tmp_path / "index"
    letters.mkdir()
    for turn in range(6):
        for number in random.sample(range(9), 4):
            path = letters / f"{number}.txt"
            if path.exists() and random.random() < 0.3:
                path.unlink()
            else:
                path.write_text(letter(random), encoding="utf-8")
        reindex(letters, index)
        snapshot = open_snapshot(index)
        found, expected = gather(snapshot, SAYINGS), read_all(snapshot, SAYINGS)

        assert found.issuers == expected.issuers, turn
        assert sorted(found.others) == list(expected.others), turn
