import time

import pytest

from web.examples import example_queries, simpler_query


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ('"复工 复产"', "复工 复产"),
        ("“novel coronavirus” AND (口罩 OR masks)", "novel coronavirus 口罩 masks"),
        ("title:proposal -notice resum* epidemc~", "proposal notice resum epidemc"),
        ("标题：倡议", "倡议"),
        ("COVID-19 口罩", ""),
        ("复工", ""),
        ("", ""),
        ('"" ()', ""),
    ],
)
def test_a_query_without_its_syntax(query: str, words: str) -> None:
    assert simpler_query(query) == words


def test_a_query_of_one_long_run_takes_linear_time() -> None:
    began = time.process_time()

    assert simpler_query("复" * 100_000 + "*") == "复" * 100_000
    assert time.process_time() - began < 3  # measured: .01 s; where it is not, 60


def test_no_letters_no_examples() -> None:
    assert example_queries([]) == ()
