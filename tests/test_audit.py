from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from tests import audit
from tests.audit import CONSIDERED, NotAudited, judged, known, report
from tests.conftest import ROOT
from tests.locks import TESTS, locked, version

FLAW = {"id": "PYSEC-1", "aliases": ["CVE-1"], "fix_versions": ["1.1"], "description": "x"}
SKIPPED = {"name": "b", "skip_reason": "Dependency not found on PyPI"}
LOCK = """\
a==1.0 \\
    --hash=sha256:00
b==2.0 ; sys_platform == 'none' \\
    --hash=sha256:01
"""


def sound(name: str, pinned: str, *flaws: dict[str, Any]) -> dict[str, Any]:
    """What pip-audit says of a package that it audited."""
    return {"name": name, "version": pinned, "vulns": list(flaws)}


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    """The lock of two packages, one of which no system needs."""
    path = tmp_path / "requirements.txt"
    path.write_text(LOCK, "utf-8")
    return path


def tool(folder: Path, code: str) -> list[str]:
    """A command that stands in for pip-audit."""
    path = folder / "tool.py"
    path.write_text(f"import json, sys\n{code}", "utf-8")
    return [sys.executable, str(path)]


class Database(HTTPServer):
    """A stand-in for OSV: what it answers, and what it was asked."""

    status, body = 200, b"{}"
    asked: object = None


class Answers(BaseHTTPRequestHandler):
    server: Database

    def do_POST(self) -> None:
        self.server.asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(self.server.body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def service() -> Iterator[Database]:
    """A database that knows nothing yet."""
    server = Database(("127.0.0.1", 0), Answers)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def address(server: Database) -> str:
    return f"http://127.0.0.1:{server.server_port}/v1/query"


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([sound("a", "1.0"), sound("B", "2.0")], []),
        ([sound("a", "1.0"), SKIPPED], ["b 2.0: not audited"]),
        ([sound("a", "1.0")], ["b 2.0: not audited"]),
        ([sound("a", "1.0"), sound("b", "1.9")], ["b 2.0: not audited"]),
        ([sound("a", "1.0", FLAW), sound("b", "2.0")], ["a 1.0: PYSEC-1"]),
    ],
)
def test_each_package_has_to_be_answered_for(
    answers: list[dict[str, Any]], expected: list[str], lock: Path
) -> None:
    found = judged({"dependencies": answers}, lock)

    assert len(found) == len(expected)
    assert all(line.startswith(start) for line, start in zip(found, expected, strict=True))


@pytest.mark.parametrize("answers", [[], [SKIPPED, {**SKIPPED, "name": "a"}]])
def test_a_database_that_answers_for_none_was_not_reached(
    answers: list[dict[str, Any]], lock: Path
) -> None:
    with pytest.raises(NotAudited):
        judged({"dependencies": answers}, lock)


def test_what_was_considered_is_no_complaint(lock: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [sound("a", "1.0", FLAW), sound("b", "2.0")]
    monkeypatch.setitem(CONSIDERED, "CVE-1", "It does not reach us.")

    assert judged({"dependencies": answers}, lock) == []


def test_what_another_system_needs_is_audited_too(lock: Path, tmp_path: Path) -> None:
    code = "print(json.dumps({'read': open(sys.argv[2]).read(), 'told': sys.argv[3:]}))"

    found = report(tool(tmp_path, code), lock)

    assert "b==2.0" in found["read"]
    assert "sys_platform" not in found["read"]
    assert found["read"].count("--hash=") == 2
    assert "--require-hashes" in found["told"]


@pytest.mark.parametrize("code", ["sys.exit('no route')", "raise OSError('no route')"])
def test_a_tool_without_a_report_did_not_audit(code: str, lock: Path, tmp_path: Path) -> None:
    with pytest.raises(NotAudited, match="no route"):
        report(tool(tmp_path, code), lock)


def test_leaflet_is_asked_for_by_the_name_it_is_known_by(service: Database) -> None:
    service.body = json.dumps({"vulns": [{"id": "GHSA-1", "aliases": ["CVE-2"]}]}).encode()

    found = known("leaflet", "1.9.3", address(service))

    assert found == ["leaflet 1.9.3: GHSA-1"]
    asked = {"package": {"name": "leaflet", "ecosystem": "npm"}, "version": "1.9.3"}
    assert service.asked == asked


def test_what_was_considered_of_leaflet_is_no_complaint(service: Database) -> None:
    vulns = [{"id": "GHSA-2", "aliases": [name]} for name in CONSIDERED]
    service.body = json.dumps({"vulns": vulns}).encode()

    assert vulns
    assert known("leaflet", "1.9.3", address(service)) == []


@pytest.mark.parametrize(("status", "body"), [(500, b"{}"), (200, b"<html>Sign in</html>")])
def test_an_answer_that_is_none_is_no_audit(status: int, body: bytes, service: Database) -> None:
    service.status, service.body = status, body

    with pytest.raises(NotAudited):
        known("leaflet", "1.9.3", address(service))


def test_the_command_passes_only_if_all_was_answered_for(tmp_path: Path, service: Database) -> None:
    every = [sound(one.name, version(one)) for one in locked(TESTS)]
    clean = tool(tmp_path, f"print(json.dumps({{'dependencies': {every}}}))")
    assert audit.main(clean, address(service)) == 0
    service.status = 503

    assert audit.main(clean, address(service)) == 1
    assert audit.main(tool(tmp_path, "sys.exit(1)"), address(service)) == 1


def test_our_scripts_give_leaflet_no_text_as_a_popup() -> None:
    scripts = [file.read_text("utf-8") for file in (ROOT / "journey").rglob("*.js")]

    assert len(scripts) > 50
    assert [text for text in scripts if "bindPopup" in text or "bindTooltip" in text] == []
