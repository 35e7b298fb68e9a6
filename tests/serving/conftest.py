"""What the tests of plain HTTP share: a client of one dashboard."""

import pytest
from flask.testing import FlaskClient

from app import create_app


@pytest.fixture(scope="session")
def client() -> FlaskClient:
    return create_app().server.test_client()
