/* When the words of the map are placed: once it has come to rest. Until then they are hidden. */
/** @typedef {{settle: (stage: Stage, pane: HTMLElement, act: () => void) => {flies(): boolean, soon(): void, done(): void}}} Gives */
(function (L) {
  "use strict";

  const GROUND = 100; // milliseconds in which the ground is drawn after a flight

  // Calls act() in the frame after the map has come to rest, for its canvases are drawn first; after a flight once the ground is
  // there, so that neither stutters. Returns {flies() whether a flight is on, soon() to call it anyway, done() when it is called}.
  L.journey.settle = (stage, pane, act) => {
    const { map } = stage;
    let later = () => {};
    let flies = false;
    const soon = () => {
      later();
      if (flies) return;
      const next = () => { later = stage.frame(act); };
      if (pane.classList.contains("jm-flying")) later = stage.after(GROUND, next);
      else next();
    };
    stage.on(map, "zoomstart", () => { if (!flies) pane.classList.add("jm-moving"); });
    stage.on(map, "moveend resize journey:marked", soon);
    stage.on(map, "journey:flight", ({ flown }) => {
      flies = Boolean(flown);
      if (flies) pane.classList.add("jm-flying");
    });
    return {
      flies: () => flies,
      soon,
      done: () => {
        later();
        pane.classList.remove("jm-moving", "jm-flying");
      },
    };
  };
})(window.L);
