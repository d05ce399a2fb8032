"""Documents that are archives, opened only where what is in them is of a size that a letter has.

Knows zip, not the formats that use it.
"""

import io
import zipfile
import zlib

from corpus.errors import UnreadableLetter

# A bomb says how large it gets, or is found out by the memory that the process may have.
LARGEST_UNPACKED_MB = 256
LARGEST_PART_MB = 64  # of text; 1,000 pages in OpenDocument have about 10
MOST_PARTS = 10_000
MEGABYTE = 1024 * 1024
LARGEST_PART = LARGEST_PART_MB * MEGABYTE
ENCRYPTED = 0x1  # a bit of the flags of a part


def open_archive(raw: bytes, source: str) -> zipfile.ZipFile:
    """The archive of a document; raises `UnreadableLetter` (damaged, encrypted, unpacks_...)."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError) as error:
        raise UnreadableLetter(source, "damaged", problem="its archive has no directory") from error
    parts = archive.infolist()
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise UnreadableLetter(source, "encrypted")
    is_bomb = sum(part.file_size for part in parts) > LARGEST_UNPACKED_MB * MEGABYTE
    if is_bomb or len(parts) > MOST_PARTS:
        raise UnreadableLetter(source, "unpacks_too_large", limit_mb=LARGEST_UNPACKED_MB)
    if any(part.file_size > LARGEST_PART and part.filename.endswith(".xml") for part in parts):
        raise UnreadableLetter(source, "unpacks_too_large", limit_mb=LARGEST_PART_MB)
    return archive


def read_part(archive: zipfile.ZipFile, name: str, source: str) -> bytes:
    """One part, unpacked; raises `UnreadableLetter` (damaged, unpacks_too_large)."""
    try:
        with archive.open(name) as part:
            content = part.read(LARGEST_PART + 1)
    except KeyError as error:
        raise UnreadableLetter(source, "damaged", problem=f"it has no {name}") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError,
            RuntimeError) as error:  # fmt: skip
        problem = f"{name} does not unpack"
        raise UnreadableLetter(source, "damaged", problem=problem) from error
    if len(content) > LARGEST_PART:
        raise UnreadableLetter(source, "unpacks_too_large", limit_mb=LARGEST_PART_MB)
    return content
