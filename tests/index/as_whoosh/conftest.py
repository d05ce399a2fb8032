"""A small collection, in one segment and in three, with and without deleted letters."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from corpus import Letter, LetterId, read_text
from index.analysis import default_segmenter, stem
from index.columns import SegmentBuilder, open_segment
from index.documents import Document, FileState, to_rows
from index.fields import POSITIONS
from index.forms import SurfaceForms
from index.generations import Manifest
from index.snapshot import LiveSegment, Snapshot
from index.stamps import make_stamp

TEXTS = {
    "2020/masks": (
        "---\ntitle: 关于向武汉捐赠口罩的倡议书\ndate: 2020-02-03\nissuers: [中国防护用品协会]\n"
        "lang: zh-Hans\ngenre: proposal\n---\n"
        "各会员单位：为武汉捐赠口罩。\n一、多生产口罩。\n二、不囤积口罩。"
    ),
    "2020/work": (
        "---\ntitle: 有序复工复产倡议书\ndate: 2020-02\nissuers: [中国电子商会, 中国防护用品协会]\n"
        "lang: zh-Hans\ngenre: proposal\n---\n各企业要有序复工复产。员工戴口罩。"
    ),
    "2020/virus": (
        "---\ntitle: Proposal on the novel coronavirus\ndate: 2020-02-20\nlang: en\n"
        "genre: open_letter\n---\nThe novel coronavirus spreads. Masks are needed; a mask helps.\n"
        "We propose that members make masks."
    ),
    "undated": (
        "---\ntitle: Thank you letter\nlang: en\ngenre: thank_you\n---\n"
        "Thank you for the masks. 感谢你们捐赠的口罩！"
    ),
    "2019/旧信": (
        "---\ntitle: 舊信\ndate: 2019-12-31\nlang: zh-Hant\ngenre: notice\n---\n"
        "請各單位注意：新年快樂。"
    ),
}

MakeSnapshot = Callable[..., Snapshot]


@pytest.fixture(scope="session")
def letters() -> dict[str, Letter]:
    """The letters of the collection by their ids."""
    return {
        name: read_text(text, letter_id=LetterId(name), source=f"{name}.md")
        for name, text in TEXTS.items()
    }


@pytest.fixture(scope="session")
def make_snapshot(
    tmp_path_factory: pytest.TempPathFactory, letters: dict[str, Letter]
) -> MakeSnapshot:
    """Makes a snapshot of the letters, in the order of their names, in segments of given sizes."""

    def make(sizes: Sequence[int], deleted: Sequence[str] = ()) -> Snapshot:
        names = iter(letters)
        groups = [[next(names) for _ in range(size)] for size in sizes]
        folder = tmp_path_factory.mktemp("index")
        segments, base = [], 0
        for group in groups:
            live = np.array([name not in deleted for name in group])
            path = folder / f"segment-{base}"
            builder = SegmentBuilder(positions=POSITIONS)
            documents = [Document(letters[name], FileState(0, 0, 0)) for name in group]
            builder.add(to_rows(documents, default_segmenter()))
            builder.write(path, stem=stem)
            segment = open_segment(path)
            mask = None if live.all() else live
            segments.append(LiveSegment(segment, base, mask, SurfaceForms(segment)))
            base += len(group)
        manifest = Manifest(
            number=7,
            previous=None,
            created="2026-01-01T00:00:00Z",
            folder="",
            letters=base - len(deleted),
            segments=(),
            stamp=make_stamp(default_segmenter()),
        )
        return Snapshot(folder, manifest, tuple(segments), default_segmenter(), None)

    return make
