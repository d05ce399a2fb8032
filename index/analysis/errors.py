"""The operator's mistakes that analysis can meet."""


class SegmenterError(Exception):
    """A segmenter or its words cannot be used; the text says what to run or to mend."""


class UnusableDictionary(Exception):
    """The compiled dictionary of a segmenter is not what was written."""
