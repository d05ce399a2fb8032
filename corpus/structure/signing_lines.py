"""Which lines of a letter may be its signature: the short ones at its end, bare of marks.

Knows the layout of a letter's end, and asks only whether a line names somebody at all.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from corpus.structure.body import Body
from corpus.structure.bullets import BULLET
from corpus.structure.kinds import asks
from corpus.structure.labels import LABELLED, SIGNED, is_label, without_formula
from corpus.structure.languages import has_han
from corpus.structure.lines import Line
from corpus.structure.numbering import read_marker
from corpus.structure.organisations import LONGEST_NAME, has_contact, is_organisation
from corpus.structure.persons import is_person
from corpus.structure.signers import NAME_THEN_MORE
from corpus.structure.wording import VALEDICTION, is_prose, is_salutation

LONGEST_SIGNATURE = 60  # lines
LONGEST_LINE = 400  # characters of a line that names somebody
NOTES = 8  # lines at most of notes and addresses under a signature
AFTER_VALEDICTION = 12  # lines at most that a letter goes on after Yours sincerely
# What may stand around a name in a signature: emphasis, tags, a link, a dash.
LINKED = re.compile(r"\[(?P<words>[^\]\n]{1,120})\]\([^)\s]{0,500}\)")
TAGGED = re.compile(
    r"(?:<[a-zA-Z][^<>]{0,80}>\s*)*(?P<words>[^<>]+?)\s*(?:</?[a-zA-Z][^<>]{0,80}>\s*)*"
)
AROUND = "*_ \t\u00a0\u3000—–"
SEPARATORS = "/;|,· \t\u00a0"  # what may stand between names, and so after one on its line
HAN_STOPS = "。！？"
STOP_WITHIN = re.compile(r"\b(?:[A-Z]|Dr|Prof|Mrs?|Ms|St|Jr|Sr|Rev|Hon|Inc|Ltd|Corp|Co)\.")


def signing_blocks(
    lines: Sequence[Line], body: Body, last: Sequence[Line]
) -> Iterator[Sequence[Line]]:
    """Where a signature may be: the last lines, those after Yours sincerely, those above notes."""
    closed = _after_valediction(lines, body)
    if len(closed) > len(last) and closed[-1] is lines[body.after - 1]:  # a numbered list of names
        yield closed
    yield last
    yield closed
    after = body.after - len(last)
    for above in range(after, max(body.first, after - NOTES), -1):
        if _tells_of_signer(lines[above - 1].text) and _tells_of_signer(lines[above - 2].text):
            yield signing_lines(lines, body.first, above)
            return


def _tells_of_signer(line: str) -> bool:
    if len(line) > LONGEST_NAME:
        return False
    return bool(NAME_THEN_MORE.fullmatch(line)) or is_organisation(line)


def bare(line: Line) -> Line:
    """A line without what stands around its words: emphasis, tags, a link, a bullet, a number."""
    words = line.text
    if len(words) > LONGEST_LINE:
        return line
    if words[0].isalpha() and words[-1].isalnum():
        words = without_formula(words)
        return (
            line if words is line.text else line._replace(end=line.start + len(words), text=words)
        )
    marker = read_marker(words[:80])
    if words.startswith(SIGNED):
        words = words.removeprefix(SIGNED)
    elif BULLET.match(words):
        words = words[1:]
    elif marker and marker.end < len(words):
        words = words[marker.end :]
    elif "<" in words and (tagged := TAGGED.fullmatch(words)):
        words = tagged["words"]
    words = words.strip(AROUND)
    if words[-1:] in SEPARATORS and not has_han(words):
        words = words.rstrip(SEPARATORS)
    if words[:1] == "-" and words[1:2].isalpha():
        words = words[1:]
    if words[:1] == "[" and (linked := LINKED.fullmatch(words)):
        words = linked["words"]
    start = line.start + line.text.find(words)
    return Line(start, start + len(words), words, line.gap)


def signing_lines(lines: Sequence[Line], first: int, last: int) -> Sequence[Line]:
    """The short lines at the end of lines, after the last sentence, item and contact of these."""
    number = last
    lowest = max(first, last - LONGEST_SIGNATURE)
    while number > lowest:
        line = lines[number - 1]
        if is_sentence(line) or is_salutation(line.text) or _is_item(line.text):
            break
        number -= 1
    contacts = [n for n in range(number, last) if _has_contact(lines[n])]
    after = last
    while contacts and contacts[-1] == after - 1:
        after = contacts.pop()
    start = contacts[-1] + 1 if contacts else _after_demands(lines, max(number, 1), after)
    return lines[start:after]


def _after_demands(lines: Sequence[Line], first: int, after: int) -> int:
    """The line from which on the lines ask for nothing: under a list of what a line asks for."""
    for number in range(first - 1, after):
        lead = lines[number].text
        if lead[-1] in ":：" and asks(lead) and not (is_label(lead) or LABELLED.match(lead)):
            marked = [*takewhile(_is_marked, lines[number + 1 : after])]
            if marked and 2 * sum(map(_names, marked)) <= len(marked):
                first = number + 1 + len(marked)
    return first


def _is_marked(line: Line) -> bool:
    return bool(BULLET.match(line.text) or read_marker(line.text[:80]))


def _names(line: Line) -> bool:
    words = bare(line).text
    named = NAME_THEN_MORE.fullmatch(words)
    return is_organisation(words) or is_person(named["names"] if named else words)


def is_sentence(line: Line) -> bool:
    """Whether a line holds a sentence; the stop after its number or an initial ends none."""
    words = line.text
    if not is_prose(words):
        return False
    if len(words) > LONGEST_NAME or words[-1] in HAN_STOPS:
        return True
    return is_prose(STOP_WITHIN.sub(" ", bare(line).text))


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
            most = LONGEST_SIGNATURE if is_list(lines, after, body.after) else AFTER_VALEDICTION
            while after < min(body.after, number + most):
                if is_sentence(lines[after]) or is_salutation(lines[after].text):
                    break
                after += 1
            return lines[number:after]
    return ()


def is_list(lines: Sequence[Line], first: int, after: int) -> bool:
    """Whether the lines from `first` on are bulleted or number 1, 2, as names may be."""
    if first + 1 >= after:
        return False
    if all(BULLET.match(line.text) for line in lines[first : first + 2]):
        return True
    markers = [read_marker(line.text[:80]) for line in lines[first : first + 2]]
    return [marker and marker.number for marker in markers] == [1, 2]
