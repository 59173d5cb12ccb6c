from __future__ import annotations

import pytest

from journey.prints.lettering import fitted
from journey.stage.labels import letters_width


@pytest.mark.parametrize(
    ("text", "lines", "size"),
    [
        ("Bridge", ["Bridge"], 12),
        ("Over the long bridge", ["Over the long", "bridge"], 12),
        ("Over the long and narrow old bridge", ["Over the long and", "narrow old bridge"], 9),
    ],
)
def test_a_title_stands_in_few_lines_at_the_largest_size_that_fits(
    text: str, lines: list[str], size: float
) -> None:
    found = fitted(text, 84, (12, 9), 2)

    assert [label.text for label in found] == lines
    assert {label.size for label in found} == {size}
    assert all(letters_width(label.text, size) <= 84 for label in found)


@pytest.mark.parametrize("text", ["", "x" * 600, "word " * 100])
def test_a_title_that_would_be_cut_is_left_out(text: str) -> None:
    assert fitted(text, 84, (12, 9), 2) == []
