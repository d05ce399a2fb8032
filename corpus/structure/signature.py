"""Who signs: the organisations and persons named at the end of a letter.

Knows the layout of signatures: short lines after the last sentence, names above or below roles.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from corpus.excerpts import party_at
from corpus.letter import Party
from corpus.structure.body import Body
from corpus.structure.bullets import BULLET
from corpus.structure.chrome import is_chrome
from corpus.structure.languages import has_han
from corpus.structure.lines import Line
from corpus.structure.numbering import read_marker
from corpus.structure.organisations import LONGEST_NAME, has_contact, is_organisation
from corpus.structure.persons import is_person
from corpus.structure.signers import (
    LABEL,
    LABELLED,
    LATIN_ROLE_OF,
    NAME_THEN_MORE,
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
    without_date,
)
from corpus.structure.signing_place import names_in_place, placed, signing_run
from corpus.structure.wording import VALEDICTION, is_prose, is_salutation

LONGEST_SIGNATURE = 60  # lines
LONGEST_LINE = 400  # characters of a line that names somebody
NOTES = 8  # lines at most of notes and addresses under a signature
TAIL = 3  # last sentences of a letter that may say who wrote it
AFTER_VALEDICTION = 12  # lines at most that a letter goes on after Yours sincerely
COPY_TO = re.compile(
    r"(?:抄[送报報告]|主送|报送|報送|分送|cc|c\.c\.|Cop(?:y|ies) to)\s?[:：]", re.IGNORECASE
)
# What may stand around a name in a signature: emphasis, tags, a link, a dash.
LINKED = re.compile(r"\[(?P<words>[^\]\n]{1,120})\]\([^)\s]{0,500}\)")
TAGGED = re.compile(
    r"(?:<[a-zA-Z][^<>]{0,80}>\s*)*(?P<words>[^<>]+?)\s*(?:</?[a-zA-Z][^<>]{0,80}>\s*)*"
)
AROUND = "*_ \t\u00a0\u3000—–"


@dataclass(frozen=True, slots=True)
class Signature:
    """The organisations and the persons that sign, each in the order of the text."""

    organisations: tuple[Party, ...] = ()
    persons: tuple[Party, ...] = ()


@dataclass(slots=True)
class _Reader:
    """What was read of a signature so far, and what may come next."""

    text: str
    organisations: list[Party] = field(default_factory=list)
    persons: list[Party] = field(default_factory=list)
    theirs: list[Party] = field(default_factory=list)  # what stands under a person's name
    presided: list[Party] = field(default_factory=list)  # the same, in their role
    below: bool = False  # the line above was a person's name alone, or their role
    expected: bool = False  # a person alone on a line
    listed: bool = False  # names of any kind, under a label
    closed: bool = False  # the line above was a valediction

    def read(self, line: Line, following: str, *, is_placed: bool) -> None:
        """Take in one line; `following` is the next one, `is_placed` says that it must name."""
        if not line.text or len(line.text) > LONGEST_LINE:
            return
        if REMARK.fullmatch(line.text) or is_chrome(line.text) or not without_date(line.text):
            return
        if VALEDICTION.fullmatch(line.text):
            self.expected, self.closed = True, True
        elif LABEL.fullmatch(line.text):
            self.listed = True
        elif line.text[-1] in ":：" and not LABELLED.fullmatch(line.text):
            self.listed = False
        else:
            self._read_names(line, following, is_placed=is_placed)

    def _read_names(self, line: Line, following: str, *, is_placed: bool) -> None:
        expected = self.expected or (is_position(following) and not is_organisation(line.text))
        places = iter_persons(line, expected=expected, listed=self.listed)
        signed = [person_at(self.text, *place) for place in places]
        named = [] if signed else list(iter_organisations(self.text, line, listed=self.listed))
        if is_placed and not signed and (not named or " " in line.text) and not han_role(line.text):
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
        self.expected = bool(signed) and self.expected
        self.expected = self.expected or han_role(line.text) is not None

    def _by_place(self, line: Line) -> tuple[list[Party], list[Party]]:
        words = without_date(line.text)
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
    signature = Signature()
    last = _signing_lines(lines, body.first, body.after)
    run = signing_run(lines, body.first, body.after)
    names = placed(lines, run)
    for block in (
        lines[run.start : run.stop] if names and run.stop < body.after else (),
        *_blocks(lines, body, last),
    ):
        signature = _read(text, block, names)
        if signature.organisations or signature.persons:
            break
    if signature.persons:
        return signature
    tail = lines[max(body.first, body.after - len(last) - TAIL) : body.after]
    told = [line for line in tail if " by " in line.text]
    writers = [party for line in told for party in iter_writers(text, line)]
    return Signature(signature.organisations, _distinct(writers))


def above_signature(lines: Sequence[Line], body: Body, signature: Signature) -> Body:
    """The lines of a body that stand above its signature, if that is at its end."""
    signers = (*signature.organisations, *signature.persons)
    if not signers:
        return body
    start = min(party.start for party in signers)
    first = bisect_right(lines, start, key=lambda line: line.start) - 1
    if first <= body.first or any(map(_is_sentence, lines[first : body.after])):
        return body
    return Body(body.first, min(first, body.after), body.span)


def _blocks(lines: Sequence[Line], body: Body, last: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Where a signature may be: the last lines, those after Yours sincerely, those above notes."""
    closed = _after_valediction(lines, body)
    if len(closed) > len(last) and closed[-1] is lines[body.after - 1]:  # a numbered list of names
        yield closed
    yield last
    yield closed
    after = body.after - len(last)
    for above in range(after, max(body.first, after - NOTES), -1):
        if _tells_of_signer(lines[above - 1].text) and _tells_of_signer(lines[above - 2].text):
            yield _signing_lines(lines, body.first, above)
            return


def _tells_of_signer(line: str) -> bool:
    if len(line) > LONGEST_NAME:
        return False
    return bool(NAME_THEN_MORE.fullmatch(line)) or is_organisation(line)


def _read(text: str, block: Sequence[Line], names: frozenset[int]) -> Signature:
    reader = _Reader(text, listed=_is_list(block, 1, len(block)))
    for number, line in enumerate(block):
        if COPY_TO.match(line.text):
            break
        following = bare(block[number + 1]).text if number + 1 < len(block) else ""
        reader.read(bare(line), following, is_placed=line.start in names)
    return reader.signature()


def bare(line: Line) -> Line:
    """A line without what stands around its words: emphasis, tags, a link, a bullet, a number."""
    words = line.text
    if len(words) > LONGEST_LINE:
        return line
    if words[0].isalpha() and words[-1].isalnum():
        return line
    marker = read_marker(words[:80])
    if BULLET.match(words):
        words = words[1:]
    elif marker and marker.end < len(words):
        words = words[marker.end :]
    elif "<" in words and (tagged := TAGGED.fullmatch(words)):
        words = tagged["words"]
    words = words.strip(AROUND)
    if words[:1] == "-" and words[1:2].isalpha():
        words = words[1:]
    if words[:1] == "[" and (linked := LINKED.fullmatch(words)):
        words = linked["words"]
    start = line.start + line.text.find(words)
    return Line(start, start + len(words), words, line.gap)


def _signing_lines(lines: Sequence[Line], first: int, last: int) -> Sequence[Line]:
    """The short lines at the end of lines, after the last sentence, item and contact of these."""
    number = last
    lowest = max(first, last - LONGEST_SIGNATURE)
    while number > lowest:
        line = lines[number - 1].text
        if is_prose(line) or is_salutation(line) or _is_item(line):
            break
        number -= 1
    contacts = [n for n in range(number, last) if _has_contact(lines[n])]
    after = last
    while contacts and contacts[-1] == after - 1:
        after = contacts.pop()
    return lines[contacts[-1] + 1 if contacts else number : after]


def _is_sentence(line: Line) -> bool:
    """Whether a line holds a sentence; the stop after its number ends none."""
    return is_prose(line.text) and is_prose(bare(line).text)


def _has_contact(line: Line) -> bool:
    """Whether a line says how somebody can be reached; a name that is a link says who it is."""
    return has_contact(line.text) and ("](" not in line.text or has_contact(bare(line).text))


def _is_item(line: str) -> bool:
    """Whether a number opens a line, and no date or name of one who signs stands after it."""
    marker = read_marker(line[:80])
    if marker is None or 1900 <= marker.number < 2100:
        return False
    words = line[marker.end :].strip(AROUND)
    if not has_han(words) and is_organisation(words):
        return False
    named = NAME_THEN_MORE.fullmatch(words)
    return not (is_person(words) and " " in words) and not (named and is_person(named["names"]))


def _after_valediction(lines: Sequence[Line], body: Body) -> Sequence[Line]:
    """The lines after the last Yours sincerely up to the next sentence: an appendix follows."""
    lowest = max(body.first, body.after - LONGEST_SIGNATURE)
    for number in range(body.after - 1, lowest, -1):
        if VALEDICTION.fullmatch(lines[number].text.strip(AROUND)):
            after = number + 1
            most = LONGEST_SIGNATURE if _is_list(lines, after, body.after) else AFTER_VALEDICTION
            while after < min(body.after, number + most):
                if _is_sentence(lines[after]) or is_salutation(lines[after].text):
                    break
                after += 1
            return lines[number:after]
    return ()


def _is_list(lines: Sequence[Line], first: int, after: int) -> bool:
    """Whether the lines from `first` on are bulleted or number 1, 2, as names may be."""
    if first + 1 >= after:
        return False
    if all(BULLET.match(line.text) for line in lines[first : first + 2]):
        return True
    markers = [read_marker(line.text[:80]) for line in lines[first : first + 2]]
    return [marker and marker.number for marker in markers] == [1, 2]


def _distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple({party.name: party for party in reversed([*parties])}.values())[::-1]
