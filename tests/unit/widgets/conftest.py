import pytest

from lachan.content import Content
from support.sample_items import load_sample


@pytest.fixture(scope="session")
def content() -> Content:
    return load_sample()
