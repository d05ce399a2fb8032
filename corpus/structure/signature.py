"""Who signs: the organisations and persons named at the end of a letter.

Knows the layout of signatures: short lines after the last sentence, names above or below roles.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from corpus.excerpts import party_at
from corpus.letter import Party
from corpus.structure.body import Body
from corpus.structure.chrome import is_chrome
from corpus.structure.labels import LABELLED, is_label, signs_itself, without_formula
from corpus.structure.languages import has_han
from corpus.structure.lines import Line
from corpus.structure.name_lists import (
    BEGINS_AS_NAME,
    FEWEST_IN_LIST,
    is_list_of_persons,
    is_mostly_bodies,
    person_in_list,
)
from corpus.structure.organisations import is_organisation
from corpus.structure.signers import (
    LATIN_ROLE_OF,
    REMARK,
    bare_name,
    han_role,
    is_group,
    is_position,
    iter_organisations,
    iter_persons,
    iter_writers,
    person_at,
    presided,
    speaks_for_others,
    without_date,
)
from corpus.structure.signing_lines import (
    LONGEST_LINE,
    bare,
    is_list,
    is_sentence,
    signing_blocks,
    signing_lines,
)
from corpus.structure.signing_place import names_in_place, placed, signed_in_line, signing_run
from corpus.structure.wording import VALEDICTION

TAIL = 3  # last sentences of a letter that may say who wrote it
COPY_TO = re.compile(
    r"(?:抄[送报報告]|主送|报送|報送|分送|cc|c\.c\.|Cop(?:y|ies) to)\s?[:：]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Signature:
    """The organisations and the persons that sign, each in the order of the text."""

    organisations: tuple[Party, ...] = ()
    persons: tuple[Party, ...] = ()


class _Places:
    """Where lines begin that are names by their place, worked out when it is first asked for."""

    def __init__(self, lines: Sequence[Line], body: Body) -> None:
        self.lines = lines
        self._body = body

    @cached_property
    def run(self) -> range:
        return signing_run(self.lines, self._body.first, self._body.after)

    @property
    def ending(self) -> Sequence[Line]:
        """The last lines of the body, in which sentences and names may stand together."""
        return self.lines[max(self._body.first, self._body.after - TAIL) : self._body.after]

    @cached_property
    def starts(self) -> frozenset[int]:
        return placed(self.lines, self.run)


@dataclass(slots=True)
class _Reader:
    """What was read of a signature so far, and what may come next."""

    text: str
    places: _Places
    organisations: list[Party] = field(default_factory=list)
    persons: list[Party] = field(default_factory=list)
    theirs: list[Party] = field(default_factory=list)  # what stands under a person's name
    presided: list[Party] = field(default_factory=list)  # the same, in their role
    below: bool = False  # the line above was a person's name alone, or their role
    expected: bool = False  # a person alone on a line
    listed: bool = False  # names of any kind, under a label
    of_bodies: bool = False  # most of them organisations
    row: int = 0  # lines above that one after the other named persons
    closed: bool = False  # the line above was a valediction

    def read(self, line: Line, following: str, *, begin: int) -> None:
        """Take in one line; `following` is the next one, `begin` where it began."""
        if not line.text or len(line.text) > LONGEST_LINE:
            return
        if REMARK.fullmatch(line.text) or not without_date(line.text) or is_chrome(line.text):
            return
        if VALEDICTION.fullmatch(line.text):
            self.expected, self.closed = True, True
        elif is_label(line.text):
            self.listed = True
        elif line.text[-1] in ":：" and not LABELLED.fullmatch(line.text):
            self.listed = False
        else:
            self._read_names(line, following, begin=begin)

    def _read_names(self, line: Line, following: str, *, begin: int) -> None:
        expected = self.expected or (is_position(following) and not is_organisation(line.text))
        listed = self.listed and not self.of_bodies
        places = [*iter_persons(line, expected=expected and not self.of_bodies, listed=listed)]
        if self.row >= FEWEST_IN_LIST and (in_list := person_in_list(line)):
            places = [in_list]
        signed = [person_at(self.text, *place) for place in places]
        named = [] if signed else list(iter_organisations(self.text, line, listed=self.listed))
        if not signed and (not named or " " in line.text) and self._is_placed(line, begin):
            signed, named = self._by_place(line)
        if not signed and not named and self.closed and is_group(line.text):
            named = [party_at(self.text, line.start, line.end)]
        own = presided(self.text, line) if signed else None
        self.presided += [own] if own else []
        self.persons += signed
        self._place(named, is_role=bool(LATIN_ROLE_OF.fullmatch(line.text)))
        if signed or named:
            self.below = len(signed) == 1 and signed[0].text == line.text and not self.listed
        if signed or named or not is_position(line.text):
            self.closed = False
        begins = bool(signed) and signed[0].start == line.start
        goes_on = self.row >= FEWEST_IN_LIST and not named and BEGINS_AS_NAME.match(line.text)
        self.row = self.row + begins if begins or goes_on else 0
        self.expected = bool(signed or goes_on) and self.expected
        self.expected = self.expected or speaks_for_others(line.text)

    def _is_placed(self, line: Line, begin: int) -> bool:
        return has_han(line.text) and not han_role(line.text) and begin in self.places.starts

    def _by_place(self, line: Line) -> tuple[list[Party], list[Party]]:
        words = without_formula(without_date(line.text))
        undated = Line(line.start, line.start + len(words), words, line.gap)
        persons, organisations = names_in_place(undated)
        return (
            [person_at(self.text, *place) for place in persons],
            [party_at(self.text, *place) for place in organisations],
        )

    def _place(self, named: Sequence[Party], *, is_role: bool) -> None:
        if is_role and self.below:
            self.presided += named
        elif self.below:
            self.theirs += named
        else:
            self.organisations += named

    def signature(self) -> Signature:
        """Who signs: what one person belongs to issues the letter, what each of several do not."""
        alone = len(self.persons) == 1
        own = self.organisations + (self.presided if alone else [])
        own += self.theirs if alone or len(self.theirs) == 1 else []
        return Signature(_distinct([bare_name(one) for one in own]), _distinct(self.persons))


def find_signature(text: str, lines: Sequence[Line], body: Body) -> Signature:
    """Who signs the letter, by what stands after its last sentence, else by what that says."""
    last = signing_lines(lines, body.first, body.after)
    places = _Places(lines, body)
    for block in signing_blocks(lines, body, last):
        signature = _read(text, block, places)
        if signature.organisations or signature.persons:
            break
    else:
        signature = _read_unannounced(text, last, places)
    if signature.persons:
        return signature
    tail = lines[max(body.first, body.after - len(last) - TAIL) : body.after]
    told = [line for line in tail if " by " in line.text]
    writers = [party for line in told for party in iter_writers(text, line)]
    return Signature(signature.organisations, _distinct(writers))


def _read_unannounced(text: str, last: Sequence[Line], places: _Places) -> Signature:
    """Names above what a page says under the date, a list of persons, names after a sentence."""
    if places.starts:
        return _read(text, places.lines[places.run.start : places.run.stop], places)
    if is_list_of_persons(last):
        return _read(text, last, places, expected=True)
    return _read_in_line(text, places.ending)


def _read_in_line(text: str, ending: Sequence[Line]) -> Signature:
    """Names after the last sentence on its own line; of the last lines the first that has some."""
    signed = next(filter(None, map(signed_in_line, ending)), None)
    if signed is None:
        return Signature()
    persons, organisations = names_in_place(signed)
    return Signature(
        tuple(party_at(text, *place) for place in organisations),
        tuple(person_at(text, *place) for place in persons),
    )


def above_signature(lines: Sequence[Line], body: Body, signature: Signature) -> Body:
    """The lines of a body that stand above its signature, if that is at its end."""
    signers = (*signature.organisations, *signature.persons)
    if not signers:
        return body
    start = min(party.start for party in signers)
    first = bisect_right(lines, start, key=lambda line: line.start) - 1
    if first <= body.first or any(map(is_sentence, lines[first : body.after])):
        return body
    return Body(body.first, min(first, body.after), body.span)


def _read(
    text: str, block: Sequence[Line], places: _Places, *, expected: bool = False
) -> Signature:
    reader = _Reader(text, places, listed=is_list(block, 1, len(block)), expected=expected)
    for number, line in enumerate(block):
        if COPY_TO.match(line.text):
            break
        following = bare(block[number + 1]).text if number + 1 < len(block) else ""
        announced = reader.listed
        reader.expected = reader.expected or signs_itself(line.text)
        reader.read(bare(line), following, begin=line.start)
        if reader.listed and not announced:
            reader.of_bodies = is_mostly_bodies(block[number + 1 :])
    return reader.signature()


def _distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple({party.name: party for party in reversed([*parties])}.values())[::-1]
