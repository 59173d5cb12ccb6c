/* The keyboard of the stage. */
// needs: core/actions map/zoom panels/screen
/** @typedef {{keys: (stage: Stage, slider: HTMLElement) => void}} Gives */
(function (L) {
  "use strict";

  const NUDGE = 0.01; // of the whole, for an arrow key on the slider

  // What each key does; `slides` says whether it was pressed on the slider.
  /** @type {(stage: Stage) => Record<string, (slides: boolean) => void>} */
  const acts = (stage) => {
    const { act, tale } = stage;
    const { toggle, seek, step, scrub, escape, aim, choose, unfold } = L.journey.actions;
    /** @type {(by: number) => (slides: boolean) => void} */
    const move = (by) => (slides) => {
      if (slides) act(scrub, "truth", stage.view().wholes.truth + by * NUDGE);
      else act(step, by);
    };
    /** @type {Record<string, (slides: boolean) => void>} */
    const numbers = Object.fromEntries(tale.legs.slice(0, 9).map((leg, i) => [String(i + 1), () => act(choose, i)]));
    return {
      ...numbers,
      " ": () => act(toggle),
      ArrowRight: move(1),
      ArrowLeft: move(-1),
      Escape: () => act(escape),
      Home: () => act(seek, { leg: 0, part: 0 }),
      End: () => act(seek, { leg: tale.legs.length - 1, part: 1 }),
      0: () => act(aim, "whole"),
      "+": () => L.journey.zoom(stage, 1),
      "=": () => L.journey.zoom(stage, 1),
      "-": () => L.journey.zoom(stage, -1),
      f: () => L.journey.screen(stage.box),
      "?": () => act(unfold, "help"),
    };
  };

  L.journey.keys = (stage, slider) => {
    const all = acts(stage);
    stage.on(stage.box, "keydown", (/** @type {KeyboardEvent & {target: Element}} */ event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { target, key } = event;
      const busy = target.closest("select, input, textarea");
      const press = target.closest("button, summary, a");
      if (busy || (press && (key === " " || key === "Enter")) || !Object.hasOwn(all, key)) return;
      event.preventDefault();
      all[key](target === slider);
    });
  };
})(window.L);
