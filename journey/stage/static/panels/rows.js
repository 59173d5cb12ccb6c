/* The two rows of the timeline: every leg alike above, its real share of the time below, and wedges between them. */
// needs: core/element panels/blocks panels/crowd
/** The rows' lengths and what is between them are in pixels; the upper one has gone a share, 0..1, of the way to true shares.
 * @typedef {{top: HTMLElement, bar: HTMLElement, funnel: Element, lay(width: number, height: number, shift: number): void}} Rows
 * @typedef {{rows: (stage: Stage) => Rows}} Gives */
(function (L) {
  "use strict";

  const { element } = L.journey;
  const CROWD = 60; // legs, beyond which there is no room for icons and words on any screen

  // The row above, as a group with a name.
  /** @type {(words: Words) => HTMLElement} */
  const group = (words) => {
    const made = element("div", "jm-equal");
    made.setAttribute("role", "group");
    made.setAttribute("aria-label", words["strip.equal"]);
    return made;
  };

  // The row below, which is the slider to screen readers and keyboards.
  /** @type {(words: Words) => HTMLElement} */
  const slider = (words) => {
    const made = element("div", "jm-true");
    made.tabIndex = 0;
    Object.entries({ role: "slider", "aria-label": words["strip.slider"], "aria-valuemin": 0, "aria-valuemax": 100, "aria-valuenow": 0 })
      .forEach(([key, value]) => made.setAttribute(key, String(value)));
    return made;
  };

  // Between two ranges, as far as so much of the way, 0..1.
  /** @type {(from: [number, number], to: [number, number], shift: number) => [number, number]} */
  const mixed = (from, to, shift) => [from[0] + (to[0] - from[0]) * shift, from[1] + (to[1] - from[1]) * shift];

  L.journey.rows = (stage) => {
    const [top, bar] = [group(stage.words), slider(stage.words)];
    const make = stage.tale.legs.length > CROWD ? L.journey.crowd : L.journey.blocks;
    const { funnel, lay } = stage.part(make, top, bar);
    const { rides } = stage.tale;
    return {
      top,
      bar,
      funnel,
      lay: (width, height, shift) => lay(width, height, rides.map(({ above, below }) => ({ above: mixed(above, below, shift), below })), shift),
    };
  };
})(window.L);
