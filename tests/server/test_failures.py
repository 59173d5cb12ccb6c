from __future__ import annotations

from starlette.requests import Request

from journey.server.failures import failed


def test_a_failure_is_told_without_its_cause() -> None:
    request = Request({"type": "http", "scheme": "http", "path": "/stories", "headers": []})

    answer = failed(request, RuntimeError("a secret"))

    assert answer.status_code == 500
    assert b"secret" not in bytes(answer.body)
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"
