from __future__ import annotations

from journey.prints.style import style


def test_the_name_at_the_foot_ends_neither_its_string_nor_the_style() -> None:
    found = style('A "name" </style> \\')

    assert found.endswith('@page{@bottom-left{content:"A \\"name\\" \\3c /style> \\\\"}}')
    assert "</style" not in found
