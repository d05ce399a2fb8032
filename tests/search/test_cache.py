"""The cache is bounded by bytes, and keeps what is asked for often."""

from hypothesis import given
from hypothesis import strategies as st

from search.cache import Cache

LIMIT = 10_000


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 12_000)), max_size=60))
def test_what_is_found_is_what_was_kept_first_and_never_too_much(
    puts: list[tuple[int, int]],
) -> None:
    cache = Cache[str](LIMIT)
    kept: dict[int, int] = {}
    for key, size in puts:
        if cache.get(key) is None:
            kept[key] = size
        cache.put(key, f"{key}: {kept.get(key, size)}", size)

        held = {one: cache.get(one) for one in kept}
        assert all(value in {None, f"{one}: {kept[one]}"} for one, value in held.items())
        assert sum(kept[one] for one, value in held.items() if value) <= LIMIT


def test_what_is_asked_for_more_often_takes_the_place_of_what_was_not_used_for_longest() -> None:
    cache = Cache[str](LIMIT)
    for name in ("口罩", "复工", "mask"):
        cache.get(name)
        cache.put(name, name, 2_500)
    cache.get("口罩")

    for _ in range(2):
        cache.get("resume")
        cache.put("resume", "resume", 2_500)

    assert cache.get("复工") is None
    assert [cache.get(name) for name in ("口罩", "mask", "resume")] == ["口罩", "mask", "resume"]


def test_what_is_new_is_found_again_at_once_however_full_the_cache_is() -> None:
    cache = Cache[str](LIMIT)
    for _ in range(9):
        for name in ("口罩", "复工", "mask"):
            cache.get(name)
            cache.put(name, name, 2_500)

    for name in ("resume", "work"):
        cache.get(name)
        cache.put(name, name, 100)

        assert cache.get(name) == name
    assert [cache.get(name) for name in ("口罩", "复工", "mask")] == ["口罩", "复工", "mask"]


def test_a_round_of_more_than_there_is_room_for_finds_some_each_time() -> None:
    cache = Cache[int](LIMIT)
    for _ in range(3):
        found = 0
        for key in range(20):
            if cache.get(key) is None:
                cache.put(key, key, 500)
            else:
                found += 1

    assert found >= 9


def test_what_was_asked_for_often_long_ago_makes_room() -> None:
    cache = Cache[str](LIMIT)
    for name in ("口罩", "复工"):
        for _ in range(400):
            cache.get(name)
        cache.put(name, name, 4_400)

    for _ in range(8_000):
        if cache.get("resume") is None:
            cache.put("resume", "resume", 4_400)

    assert cache.get("resume") == "resume"


def test_an_entry_over_the_limit_is_answered_and_not_kept() -> None:
    cache = Cache[str](LIMIT)

    assert cache.put("疫情", "疫情", LIMIT + 1) == "疫情"
    assert cache.get("疫情") is None
