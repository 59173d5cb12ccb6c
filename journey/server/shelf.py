"""The shelf: what can be told of every journey at once, while nobody waits for reading."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from math import inf
from pathlib import Path
from threading import Condition, Event, Thread
from typing import NamedTuple

from starlette.concurrency import run_in_threadpool

from journey.errors import JourneyError, plain
from journey.files.arrangement import Arrangement
from journey.files.folder import arranged
from journey.server import journeys
from journey.server.journeys import Edition, Signature
from journey.server.reader import Reader
from journey.server.spine import Spine, State, judged

LOG = logging.getLogger(__name__)

# The part of the time that may be spent on looking, where a look takes long.
SHARE = 0.1
# Bytes of files up to which a journey is read in the order of names. Larger ones
# come after, so that no single one keeps the others waiting.
LARGE = 2**20

Shelf = tuple[Spine, ...]
Reading = AbstractContextManager[Callable[[str, Path], Spine]]


class _Place(NamedTuple):
    """A journey's folder, and what its files looked like."""

    name: str
    folder: Path
    signature: Signature

    @property
    def order(self) -> tuple[bool, int, str]:
        """What is read first: small ones by name, then large ones by size."""
        size = sum(max(file.size, 0) for file in self.signature)
        return (True, size, self.name) if size > LARGE else (False, 0, self.name)


class Keeper:
    """Keeps a shelf: looks at the folders below a root, and reads on in a thread.

    What is known of a journey is kept until its folder goes, or until its files
    have changed and were read again.
    """

    def __init__(
        self,
        root: Path,
        reader: Callable[[], Reading] = Reader,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._root, self._reader, self._clock = root, reader, clock
        self._looked = -inf
        self._watched = False  # whether a thread looks every now and then
        self._reading = False  # whether a thread reads on
        self._changed = Condition()
        self._places: dict[str, _Place] = {}
        self._known: dict[str, tuple[_Place, Spine]] = {}
        self._shelf: Shelf = ()
        self._arrangement = Arrangement()

    @property
    def fresh(self) -> bool:
        """Whether the shelf can be told without a look at the disk."""
        return self._watched or self._clock() - self._looked < journeys.LOOK

    def shelf(self) -> Shelf:
        """All journeys in their order, as they are known now."""
        if not self.fresh:
            self.look()
        return self._shelf

    def arrangement(self) -> Arrangement:
        """How they are shown together."""
        self.shelf()
        return self._arrangement

    def folder(self, name: str) -> Path | None:
        """Where the journey of that name lies, as far as is known without a look."""
        found = self._places.get(name)
        return found.folder if found else None

    def suspected(self, name: str) -> bool:
        """Whether the journey had faults when it was read last."""
        _, found = self._known.get(name, (None, None))
        return found is not None and found.state is State.FAULTY

    def faulty(self, edition: Edition) -> bool:
        """Whether these very files are known to have faults."""
        _, found = self._known.get(edition.name, (None, None))
        return found is not None and (found.state, found.version) == (State.FAULTY, edition.version)

    def told(self, name: str) -> Spine | None:
        """The journey of that name, read now where it was not yet; None unless it is sound."""
        self.shelf()
        place, known = self._places.get(name), self._known.get(name)
        if place is None:
            return None
        found = known[1] if known else _opened(place)
        if not known:
            self._put(place, found)
        return found if found.state is State.SOUND else None

    def look(self) -> None:
        """Look which journeys there are, and see to it that those not known are read."""
        began = self._clock()
        places = {
            name: _Place(name, folder, journeys.signature(folder))
            for name, folder in journeys.folders(self._root).items()
        }
        arrangement = arranged(self._root)
        with self._changed:
            self._looked, self._places, self._arrangement = began, places, arrangement
            self._known = {name: known for name, known in self._known.items() if name in places}
            self._arrange()
            start = not self._reading and self._next() is not None
            self._reading = self._reading or start
        if start:
            Thread(target=self._read_on, name="reading", daemon=True).start()

    def whole(self, patience: float | None = None) -> Shelf:
        """All journeys by name, once all have been read, or as known after so many seconds."""
        self.look()
        with self._changed:
            self._changed.wait_for(lambda: not self._reading, patience)
            return self._shelf

    def first_sound(self) -> Spine | None:
        """The one that opens, else the first that is known to be sound.

        Where neither is, it reads on until one is.
        """
        if found := self.told(self.arrangement().opens):
            return found
        while True:
            with self._changed:
                found = next((s for s in self._shelf if s.state is State.SOUND), None)
                place = self._next()
            if found or place is None:
                return found
            self._put(place, _opened(place))

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Look every now and then, as long as this lasts."""
        end = Event()
        thread = Thread(target=self._watch, args=(end,), name="shelf", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._watched = False
            end.set()

    def _watch(self, end: Event) -> None:
        pause = 0.0
        while not end.wait(pause):
            began = self._clock()
            try:
                self.look()
                self._watched = not end.is_set()
            except Exception:
                LOG.exception("%s can't be looked at", plain(str(self._root)))
            pause = max(journeys.LOOK, (self._clock() - began) / SHARE)

    def _read_on(self) -> None:
        """Read what is not known, one after the other, until nothing is left."""
        try:
            with self._reader() as read:
                while (place := self._job()) is not None:
                    self._put(place, read(place.name, place.folder))
        except Exception:
            LOG.exception("%s can't be read on; the next look tries again", plain(str(self._root)))
            self._rest()

    def _rest(self) -> None:
        with self._changed:
            self._reading = False
            self._changed.notify_all()

    def _job(self) -> _Place | None:
        with self._changed:
            place = self._next()
            if place is None:
                self._rest()
            return place

    def _next(self) -> _Place | None:
        """The one to be read next, or None where all are known as they are."""
        unknown = (p for p in self._places.values() if not self._knows(p))
        return min(unknown, key=lambda place: place.order, default=None)

    def _knows(self, place: _Place) -> bool:
        known = self._known.get(place.name)
        return known is not None and known[0] == place

    def _put(self, place: _Place, found: Spine) -> None:
        with self._changed:
            if place.name in self._places:
                if found.state is State.FAULTY:
                    found = self._lasting(place) or found
                self._known[place.name] = place, found
                self._arrange()

    def _lasting(self, place: _Place) -> Spine | None:
        """What was known of it while it had no faults, if that version is shown still."""
        _, known = self._known.get(place.name, (None, None))
        last = journeys.lasting(place.folder)
        return known if known and last and known.version == last.version else None

    def _arrange(self) -> None:
        known = self._known
        self._shelf = tuple(
            known[place.name][1] if place.name in known else Spine(place.name, place.folder)
            for place in self._places.values()
        )


def _opened(place: _Place) -> Spine:
    """The spine by the track, which is wanted next and kept."""
    name, folder, _ = place
    try:
        edition = journeys.edition(folder)
        return judged(name, folder, edition.version, lambda: edition.track.journey)
    except JourneyError:
        return Spine(name, folder, State.FAULTY)
    except Exception:
        LOG.exception("%s can't be read", plain(str(folder)))
        return Spine(name, folder, State.FAULTY)


@cache
def _keeper(root: Path) -> Keeper:
    return Keeper(root)


def keeper() -> Keeper:
    """Who keeps the shelf of the journeys that the server offers."""
    return _keeper(journeys.root())


def shelf() -> Shelf:
    """All journeys by name, as they are known now: cheap, and nothing is waited for."""
    return keeper().shelf()


def arrangement() -> Arrangement:
    """How the journeys are shown together."""
    return keeper().arrangement()


def opens() -> str:
    """The name of the journey that is shown where none is asked for, or "": the only one there is.

    Of several it is the one that their folder names, if it is there.
    """
    spines, named = shelf(), arrangement().opens
    if len(spines) == 1:
        return spines[0].name
    return named if any(spine.name == named for spine in spines) else ""


def first_sound() -> Spine | None:
    """The journey that opens, else the first that is known to be sound, or None where none is.

    Where none is known yet, it reads on until one is.
    """
    return keeper().first_sound()


def folder(name: str) -> Path | None:
    """Where the journey of that name lies, or None where there is none."""
    here = keeper()
    here.shelf()
    return here.folder(name)


def told(name: str) -> Spine | None:
    """The journey of that name, read now where it was not yet; None unless it is sound."""
    return keeper().told(name)


def whole(patience: float | None = None) -> Shelf:
    """All journeys by name, once all have been read, or as they are known after so many seconds."""
    return keeper().whole(patience)


async def named(name: str) -> Edition | None:
    """The edition of the journey that has the name, or None where none has; for coroutines.

    One that is known to have faults is as good as none.
    """
    here = keeper()
    if not here.fresh:
        await run_in_threadpool(here.look)
    folder = here.folder(name)
    if folder is None:
        return None
    # Who asks for it again and again has nobody read what is known to have faults.
    if here.suspected(name) and here.faulty(await run_in_threadpool(journeys.newest, folder)):
        return None
    found = await journeys.fetch(folder)
    return None if here.faulty(found) else found
