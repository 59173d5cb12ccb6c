/* The stage as the parts of a lesson need it, made from the handle that the stage gives. */
// needs: arithmetic/unpack core/actions core/dock core/first core/scope core/store core/tale core/view core/part
/** @typedef {{adapter: (map: L.Map, data: Data) => Stage}} Gives */
(function (L) {
  "use strict";

  const { dock, first, part, scope, store, tale: taleOf, unpack, view } = L.journey;

  // Carries to the stage what an action has changed.
  /** @type {(map: L.Map, tale: Tale, before: State, after: State) => void} */
  const carry = (map, { legs }, before, after) => {
    const handle = /** @type {Handle} */ (map.journey);
    const box = map.getContainer();
    if (after.at !== before.at && after.at) handle.seek(legs[after.at.leg].id, after.at.part);
    else if (after.leg !== before.leg) handle.goTo(after.leg === null ? null : legs[after.leg].id);
    if (after.aim !== before.aim && typeof after.aim.to === "string") handle.view(after.aim.to);
    if (after.playing !== before.playing) handle[after.playing ? "play" : "pause"]();
    if (after.open.diagram !== before.open.diagram) /** @type {HTMLElement} */ (box.querySelector(".jm-unfold")).click();
    if (after.open.legend !== before.open.legend) /** @type {HTMLDetailsElement} */ (box.querySelector(".jm-legend")).open = after.open.legend;
    if (after.ways !== before.ways) handle.strip.compare(after.ways);
  };

  L.journey.adapter = (map, data) => {
    const box = map.getContainer();
    const tale = taleOf({ ...data, legs: data.legs.map(unpack.leg) });
    const theme = /** @type {Theme} */ (box.dataset.theme);
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const { open } = /** @type {HTMLDetailsElement} */ (box.querySelector(".jm-legend"));
    const kept = store({ ...first, theme, still, open: { ...first.open, legend: open } }, (state) => view(tale, state));
    kept.wake();
    const own = scope();
    own.on(map, "journey:moment", ({ leg, part: passed }) => kept.act(({ at }) =>
      (at && at.leg === leg && at.part === passed ? {} : { at: { leg, part: passed }, leg })));
    own.on(map, "journey:playing", ({ playing }) => kept.act(() => ({ playing })));
    /** @type {Stage} */
    const stage = {
      ...kept, ...own, ...dock(box), map, box, tale, words: data.words,
      act: (action, ...more) => {
        const before = kept.now();
        kept.act(action, ...more);
        carry(map, tale, before, kept.now());
      },
      watch: kept.watch,
      part: (make, ...more) => part(stage, make, ...more),
    };
    return stage;
  };
})(window.L);
