"""What holds for every test: the machine's own settings and speed make no difference."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

# A slow machine is no failure; on CI every run has the same examples, so a red one can be repeated.
settings.register_profile("letters", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("letters")


@pytest.fixture(scope="session", autouse=True)
def default_settings() -> Iterator[None]:
    """Take the settings of whoever runs the tests out of the environment."""
    with pytest.MonkeyPatch.context() as environment:
        for name in [name for name in os.environ if name.startswith("LETTERS_")]:
            environment.delenv(name)
        environment.setenv("LC_ALL", "C.UTF-8")
        environment.setenv("LANGUAGE", "en")
        yield
