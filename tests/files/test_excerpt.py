from __future__ import annotations

import pytest

from journey.files import bounded
from journey.files.document import parse

LEGS = "".join(f"  - {{id: l{n}, name: {{en: Leg {n}}}}}\n" for n in range(19_000))
LONG = f"id: trip\nlegs:\n{LEGS}"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is given to the thorough parser."""
    given: list[str] = []
    events = bounded.Thorough.events

    def noted(self: bounded.Thorough, text: str):  # type: ignore[no-untyped-def]
        given.append(text)
        return events(self, text)

    monkeypatch.setattr(bounded.Thorough, "events", noted)
    return given


@pytest.mark.parametrize(
    ("end", "line", "code"),
    [
        ("  ]: x\n", 19_003, "yaml_misread"),
        ("   - a: 1\n", 19_003, "yaml_indent"),
        ("  - 'open\n", 19_004, "yaml_open_quote"),
        ("\ta: 1\n", 19_003, "yaml_tab"),
        ("  - *nobody\n", 19_003, "yaml_no_anchor"),
        ("---\na: 1\n", 19_003, "yaml_second_document"),
        ("  - {id: a, name: b: c}\n", 19_003, "yaml_colon"),
        (f"  - [{'1,' * 19_000}1\n", 19_003, "yaml_open_bracket"),
        ("\n# A comment.\n" * 50_000 + "]\n", 119_003, "yaml_misread"),
    ],
)
def test_a_fault_late_in_a_long_text_is_found_in_a_piece_of_it(
    read: list[str], end: str, line: int, code: str
) -> None:
    (complaint,) = parse(LONG + end, "f").complaints

    assert (complaint.line, complaint.code) == (line, code)
    assert sum(map(len, read)) < 5_000


def test_a_long_text_that_is_sound_is_read_once(read: list[str]) -> None:
    document = parse(LONG, "f")

    assert (document.complaints, document.line(("legs", 18_999, "id"))) == ([], 19_002)
    assert read == []
