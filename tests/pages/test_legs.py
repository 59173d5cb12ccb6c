from __future__ import annotations

import pytest

from journey import Track
from journey.pages import legs
from journey.words.wording import Wording
from tests.conftest import amount, known, leg, place, track
from tests.pages.test_cards import Reader

ENGLISH = Wording("en")


def read(found: Track, *, brief: bool = False) -> Reader:
    return Reader(legs.table(found, ENGLISH, brief=brief))


def classes(page: Reader) -> list[str]:
    """The classes of all elements, in order."""
    return [value for name, value in page.attributes if name == "class"]


def unfolded(html: str) -> str:
    """What is read without opening anything."""
    reader = Unfolded(html)
    return " ".join(reader.seen.split())


class Unfolded(Reader):
    """The text outside what is folded."""

    def __init__(self, html: str) -> None:
        self.seen = ""
        super().__init__(html)

    def handle_data(self, data: str) -> None:
        super().handle_data(data)
        if "details" not in self.open or "summary" in self.open:
            self.seen += f"{data} "


def test_each_leg_is_named_by_what_picks_it_and_each_once(handcar: Track) -> None:
    page = read(handcar)

    picked = [value for name, value in page.attributes if name == "data-leg"]
    assert picked == [leg.leg.id for leg in handcar.legs]
    assert page.tags.count("article") == page.tags.count("button") == page.tags.count("dl") == 4


def test_all_legs_have_the_same_rows_and_no_row_that_none_needs(handcar: Track) -> None:
    page, plain = read(handcar), read(track())

    rows = [name.split()[1] for name in classes(page) if name.startswith("row ")]
    # Once beside the table, and in each of the four legs.
    assert rows[:8] * 5 == rows
    assert page.tags.count("dt") == page.tags.count("dd") == 4 * 8
    assert not any("row-clocks" in name for name in classes(plain))


# Sums and figures as the journey's file has them, and the total of its lengths.
@pytest.mark.parametrize(
    "figure",
    ["801.9", "719.1", "1,115", "32 hours", "20\u2060–\u206060", "241.4", "25 February 2021"],
)
def test_a_fact_is_read_once_before_anything_is_opened(figure: str, handcar: Track) -> None:
    assert unfolded(legs.table(handcar, ENGLISH)).count(figure) == 1


def test_no_line_ends_between_a_figure_and_its_dot(handcar: Track) -> None:
    after = str(legs.table(handcar, ENGLISH)).split("</strong>")[1:]

    dotted = [text for text in after if text[1:].startswith('<span class="mark')]
    assert len(dotted) > 30
    assert {text[0] for text in dotted} == {"\N{NO-BREAK SPACE}"}


def test_words_of_the_head_keep_room_for_the_dot_behind_them(handcar: Track) -> None:
    head = str(legs.table(handcar, ENGLISH)).partition("</header>")[0].partition("<ul>")[2]

    before = head.split('<span class="mark')[:-1]
    assert len(before) > 1
    assert all(text.endswith(("\xa0</span>", "</strong>\xa0")) for text in before)


def test_every_source_and_reason_of_a_leg_is_in_the_table(handcar: Track) -> None:
    text = " ".join(read(handcar).text.split())

    for found in handcar.legs:
        for claim in (*found.leg.duration, *found.leg.distance, found.leg.start, found.leg.end):
            why = claim.method or claim.reason or claim.note
            for sentence in (ENGLISH.pick(why) if why else "").split(". "):
                assert sentence.rstrip(".").split("; ")[0].split(": ")[0] in text


def test_up_to_five_legs_stand_side_by_side_and_more_below_each_other() -> None:
    few, many = (
        track(
            places=[place(f"p{i}", 0, i) for i in range(number + 1)],
            legs=[leg(f"p{i}", f"p{i + 1}") for i in range(number)],
        )
        for number in (5, 6)
    )

    assert "legs legs-of-5" in classes(read(few))
    assert "legs many" in classes(read(many))


def test_more_than_twenty_legs_stand_by_chapters_each_once() -> None:
    page = read(
        track(
            places=[place(f"p{i}", 0, i) for i in range(23)],
            legs=[leg(f"p{i}", f"p{i + 1}") for i in range(22)],
        )
    )

    picked = [value for name, value in page.attributes if name == "data-leg"]
    assert picked == [f"p{i}-p{i + 1}" for i in range(22)]
    assert classes(page).count("chapter") == page.tags.count("summary") == 3
    assert (page.tags.count("h3"), page.tags.count("h4")) == (3, 22)


def test_figures_of_many_legs_are_read_once_their_chapter_is_chosen() -> None:
    few, many = (
        legs.table(
            track(
                places=[place(f"p{i}", 0, i) for i in range(number + 1)],
                legs=[leg(f"p{i}", f"p{i + 1}", duration=amount(2, "h")) for i in range(number)],
            ),
            ENGLISH,
        )
        for number in (5, 22)
    )

    assert unfolded(few).count("km/h") == 5
    assert unfolded(many).count("km/h") == 0
    assert Reader(many).text.count("km/h") == 22


def test_in_brief_the_figures_stay_and_what_they_stand_on_goes(handcar: Track) -> None:
    brief, full = read(handcar, brief=True), read(handcar)

    assert "801.9" in brief.text
    assert "Kowon" in brief.text
    assert brief.tags.count("details") <= 1 < full.tags.count("details")


def test_the_total_is_no_better_known_than_its_guesses(handcar: Track) -> None:
    html = legs.table(handcar, ENGLISH).partition("1,115 km")[2]

    assert html.partition("mark mark-")[2].startswith("assumed")


def test_each_mode_has_its_share_of_time_and_way() -> None:
    fast = leg("a", "b", duration=amount(1, "h"), distance=amount(30, "km"))
    slow = leg("b", "c", mode="walk", duration=amount(3, "h"), distance=amount(10, "km"))

    text = read(track(legs=[fast, slow])).text

    # One of 4 hours and 30 of 40 km, three of 4 hours and 10 of 40 km.
    assert [text.count(share) for share in ("25%", "75%")] == [2, 2]


def test_the_marks_are_explained_once_above_the_table() -> None:
    page = read(track(day=[known(at="2021-02-25")]))

    head = classes(page)[: classes(page).index("legs legs-of-2")]
    assert [name for name in head if "mark-" in name][:3] == [
        "mark mark-reported", "mark mark-derived", "mark mark-assumed",
    ]  # fmt: skip
