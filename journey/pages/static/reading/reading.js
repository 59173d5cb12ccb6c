/* Reading along: the moment follows the text where a reader scrolls, and else the text follows the moment. */
// needs: core/actions reading/gap reading/places reading/told
/** @typedef {{reading: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  const { actions, places } = L.journey;
  const TOP = 2; // pixels up to which the story has not begun
  const OWN = 1; // pixels that the page may be off where it was sent to
  const HOLD = 250; // milliseconds that the text waits for a reader whose wheel or finger moves
  const EASE = 110; // milliseconds in which most of the way to a place is gone
  const LONGEST = 50; // milliseconds that a frame counts at the most
  const CROWD = 100; // steps: where there are more, they pass faster than they can be read while it plays
  const SELDOM = 1000; // milliseconds between two places of the text then
  const SCROLLING = ["PageUp", "PageDown", "ArrowUp", "ArrowDown", "Home", "End", " "];

  // Sends the page where it belongs, and tells its own scrolling from a reader's.
  // Returns {sent() where the page is, theirs() whether a reader moved it since, send(pixels), hold(), held(time)}.
  const page = () => {
    let [sent, until] = [window.scrollY, 0];
    return {
      sent: () => sent,
      theirs: () => {
        const moved = Math.abs(window.scrollY - sent) > OWN;
        if (moved) sent = window.scrollY;
        return moved;
      },
      /** @type {(pixels: number) => void} */
      send: (pixels) => {
        sent = pixels;
        window.scrollTo({ top: pixels, behavior: "instant" });
        if (Math.abs(window.scrollY - sent) > OWN) sent = window.scrollY; // The page ends before.
      },
      hold: () => { until = performance.now() + HOLD; },
      /** @type {(time: number) => boolean} */
      held: (time) => time < until,
    };
  };

  // Where the page belongs, or null where it stays.
  /** @type {(stage: Stage, thread: () => import("./places.js").Thread) => number | null} */
  const goal = (stage, thread) => {
    const { at, leg, over, full } = stage.now();
    const moment = at || (leg === null ? null : { leg, part: 0 });
    return moment && over !== "opening" && !full ? thread().of(moment) : null;
  };

  L.journey.reading = (stage) => {
    const list = document.getElementById("told");
    if (!list?.children.length) return;
    const { now, act } = stage;
    const { sent, theirs, send, hold, held } = page();
    let place = places.measure(stage, list);
    let last = 0; // milliseconds of the clock of frames
    const crowd = stage.tale.steps.length > CROWD;
    let stop = () => {};

    const arrive = () => {
      const to = goal(stage, place.thread);
      if (to !== null) send(to);
    };
    // Brings the text to the moment, as fast as an eye can follow.
    /** @type {(time: number) => void} */
    const carry = (time) => {
      stop();
      const to = goal(stage, place.thread);
      if (to === null || now().by === "read" || (crowd && now().playing && time - last < SELDOM)) return;
      const left = to - sent();
      const gone = 1 - Math.exp(-Math.min(time - last, LONGEST) / EASE);
      last = time;
      if (!held(time) && left) send(sent() + (now().still || crowd || Math.abs(left) < OWN ? left : left * gone));
      if (Math.abs(to - sent()) >= OWN) stop = stage.frame(carry);
    };
    // Gives text and stage their room, once something is told, and at the end all of a narrow one to the stage; whoever reads stays at
    // the step where they are.
    const lay = () => {
      const before = place;
      place = places.measure(stage, list);
      const { over, full, text, open } = now();
      const box = over === "opening" || full || stage.view().step === null || ((open.diagram || over === "end") && place.box?.y) ? null : place.box;
      if (JSON.stringify(box) !== JSON.stringify(text)) act(actions.lay, box);
      if (before.size !== place.size && sent() <= before.end) arrive();
    };
    const read = () => {
      if (now().full) return;
      // What the browser does to a page that has another size is no reader's doing.
      if (place.size !== places.size(stage, list)) lay();
      else if (theirs()) act(actions.read, sent() <= TOP ? null : place.thread().at(sent()));
    };

    // A step back leads to what was told; where the page was then is not where that is read now.
    window.history.scrollRestoration = "manual";
    stage.part(L.journey.gap);
    stage.part(L.journey.told, list);
    stage.on(window, "scroll", read, { passive: true });
    stage.on(window, "wheel touchmove", hold, { passive: true });
    stage.on(window, "keydown", ({ key }) => { if (SCROLLING.includes(key)) hold(); });
    stage.on(stage.map, "resize journey:type", lay);
    stage.on(list, "toggle", lay, { capture: true }); // What unfolds in it.
    stage.watch("tell", ({ over, full, open, drawn }, { step }) => [over, full, open.diagram, drawn === "none", step === null].join(), lay);
    stage.watch("tell", ({ full }) => full, (full, before) => { if (before) arrive(); });
    stage.watch("paint", ({ at, leg, by }) => (by === "read" ? null : at || leg), () => carry(performance.now()));
    if (crowd) stage.watch("paint", ({ playing }) => playing, () => carry(performance.now()));
  };
})(window.L);
