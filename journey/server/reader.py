"""Reads journeys in a process of its own, so that the server answers meanwhile.

Reading is work for the interpreter, and a thread that reads lets all others
wait. The process is told a journey a line, and answers each with a line, as
JSON. It ends when nothing more can be told it, even while it reads.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from pathlib import Path
from queue import SimpleQueue
from subprocess import PIPE, Popen
from threading import Thread, Timer
from typing import Self

from journey.errors import plain
from journey.server.spine import Spine, State, spine

LOG = logging.getLogger(__name__)

PACKAGES = Path(__file__).parents[2]
# Seconds after which a journey is given up. One with a million points takes some
# ten of them; what takes so long waits for a disk that does not answer.
PATIENCE = 120.0
NICE = 10  # how much less the process asks of the machine than the server does


class Reader:
    """Tells the spines of journeys by a process that starts with the first one.

    Where none can be started they are read here.
    """

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._process: Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def __call__(self, name: str, folder: Path) -> Spine:
        """The spine of the journey; it has faults where reading it brings down the process."""
        try:
            process = self._process = self._process or _start()
        except OSError:
            return spine(name, folder)
        answer = self._ask(process, [name, os.path.abspath(folder)])
        try:
            state, version, title, summary, line, own = json.loads(answer)
            return Spine(name, folder, State(state), version, title, summary, line, tuple(own))
        except ValueError:
            self._end()
            LOG.warning("%s was given up: reading it took too much", plain(str(folder)))
            return Spine(name, folder, State.FAULTY)

    def _ask(self, process: Popen[bytes], question: list[str]) -> bytes:
        """What the process answers, or nothing where it ended or took too long."""
        assert process.stdin
        assert process.stdout
        timer = Timer(self._patience, process.kill)
        timer.start()
        try:
            process.stdin.write(json.dumps(question).encode() + b"\n")
            process.stdin.flush()
            return process.stdout.readline()
        except OSError:
            return b""
        finally:
            timer.cancel()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process:
            process.kill()
            process.communicate()


def _start() -> Popen[bytes]:
    """The process, which finds this package wherever it was found; Ctrl-C is not meant for it."""
    path = os.pathsep.join(filter(None, (str(PACKAGES), os.environ.get("PYTHONPATH"))))
    return Popen(
        [sys.executable, "-P", "-m", __spec__.name],
        stdin=PIPE,
        stdout=PIPE,
        env={**os.environ, "PYTHONPATH": path},
        start_new_session=True,
    )


def main() -> None:
    """Answer until there are no more lines."""
    if hasattr(os, "nice"):
        os.nice(NICE)
    questions: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_answer, args=(questions,), daemon=True).start()
    for line in sys.stdin.buffer:
        questions.put(line)
    os._exit(0)  # Whoever asked is gone: nobody waits for what is being read.


def _answer(questions: SimpleQueue[bytes]) -> None:
    while True:
        name, folder = json.loads(questions.get())
        try:
            found = spine(name, Path(folder))
        except Exception:
            LOG.exception("%s can't be read", plain(folder))
            found = Spine(name, Path(folder), State.FAULTY)
        told = [found.state, found.version, found.title, found.summary, found.line, found.languages]
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
