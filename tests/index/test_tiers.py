from hypothesis import given
from hypothesis import strategies as st

from index.tiers import FANOUT, FULL, SMALL, Size, plan_full, plan_merges

SIZES = st.lists(st.builds(Size, st.integers(0, 2 * FULL), st.integers(0, FULL)), max_size=40)


def apply(sizes: list[Size], groups: tuple[tuple[int, ...], ...]) -> list[Size]:
    merged = {at for group in groups for at in group}
    kept = [size for at, size in enumerate(sizes) if at not in merged and size.live]
    return kept + [Size(sum(sizes[at].live for at in group)) for group in groups]


@given(SIZES)
def test_groups_are_apart_and_keep_every_live_letter(sizes: list[Size]) -> None:
    groups = plan_merges(sizes)

    places = [at for group in groups for at in group]
    assert len(places) == len(set(places))
    assert sum(s.live for s in apply(sizes, groups)) == sum(s.live for s in sizes)


@given(SIZES)
def test_merging_settles(sizes: list[Size]) -> None:
    runs = 0
    while groups := plan_merges(sizes):
        sizes = apply(sizes, groups)
        runs += 1

    assert runs <= 10


@given(SIZES)
def test_no_merge_is_larger_than_what_a_merge_may_hold(sizes: list[Size]) -> None:
    for group in plan_merges(sizes):
        assert len(group) == 1 or sum(sizes[at].live for at in group) <= FULL


def test_ten_thousand_single_letters_stay_few_segments_at_little_work() -> None:
    sizes, most, work = [Size(100_000)], 0, 0
    for _ in range(10_000):
        sizes.append(Size(1))
        groups = plan_merges(sizes)
        work += sum(sizes[at].live for group in groups for at in group)
        sizes = apply(sizes, groups)
        most = max(most, len(sizes))

    assert most <= 3 * FANOUT
    assert work < SMALL // 4 * 10_000
    assert sum(size.live for size in sizes) == 110_000


def test_a_segment_that_is_mostly_dead_is_written_anew() -> None:
    assert plan_merges([Size(49_000, 51_000), Size(90_000, 10_000)]) == ((0,),)


def test_a_dead_segment_is_in_no_group() -> None:
    assert plan_merges([Size(0, 5), *[Size(1)] * 4]) == ((1, 2, 3, 4),)


@given(SIZES)
def test_a_full_run_ends_with_segments_that_cannot_be_joined(sizes: list[Size]) -> None:
    after = [Size(s.live) for s in apply(sizes, plan_full(sizes))]

    assert sum(s.live for s in after) == sum(s.live for s in sizes)
    assert len(after) <= 1 + 2 * sum(s.live for s in sizes) // FULL + sum(
        s.live > FULL for s in sizes
    )


def test_a_full_run_of_ordinary_size_is_one_segment() -> None:
    assert plan_full([Size(20_000)] * 5) == ((0, 1, 2, 3, 4),)
