"""What every test shares: how property tests look for examples, and a browser."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page

from browser import Pages, launched

# A busy machine is no reason for a failure, and a check that runs twice must say the same twice.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("searching", deadline=None)
settings.load_profile("steady" if os.environ.get("CI") else "searching")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Run one Chromium for the whole session; fails, and says why, where there is none."""
    with launched() as running:
        yield running


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open pages (see `Pages.open`) that end the test with an error if they misbehave."""
    pages = Pages(browser)
    yield pages.open
    pages.close()
    assert not pages.complaints, "\n".join(pages.complaints)
