import pytest
from widgets.sample import load_sample

from lachan.content import Content


@pytest.fixture(scope="session")
def content() -> Content:
    return load_sample()
