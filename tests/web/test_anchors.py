from corpus import Initiative
from web.anchors import label_initiatives, name_initiatives


def initiative(number: int | None, level: int = 1) -> Initiative:
    return Initiative(
        number=number,
        level=level,
        parent=None,
        kind="proposal",
        head="互帮互助",
        text="",
        start=0,
        end=0,
    )


def test_an_initiative_of_the_first_level_is_called_by_its_number() -> None:
    assert name_initiatives([initiative(1), initiative(2), initiative(3)]) == (
        "initiative-1", "initiative-2", "initiative-3",
    )  # fmt: skip


def test_nested_initiatives_carry_the_numbers_above_them() -> None:
    nested = [initiative(4), initiative(1, 2), initiative(2, 2), initiative(1, 3), initiative(5)]

    assert label_initiatives(nested) == ("4", "4.1", "4.2", "4.2.1", "5")
    assert name_initiatives(nested)[1] == "initiative-4-1"


def test_numbers_that_come_again_get_names_of_their_own() -> None:
    names = name_initiatives([initiative(1), initiative(2), initiative(1), initiative(1, 2)])

    assert names == ("initiative-1", "initiative-2", "initiative-1~2", "initiative-1-1")
    assert len(set(names)) == len(names)


def test_an_initiative_without_a_number_is_called_by_its_place() -> None:
    assert name_initiatives([initiative(1), initiative(None)])[1] == "initiative-n2"
