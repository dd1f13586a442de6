from collections.abc import Iterator

import pytest

from parley.sources.fetching import Web
from tests.sites import Hours, Site, here, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


@pytest.fixture
def hours() -> Hours:
    return Hours()


@pytest.fixture
def web(hours: Hours) -> Web:
    return Web(resolve=here, clock=hours.clock, sleep=hours.sleep, seconds=5)
