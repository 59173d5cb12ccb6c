/* The two rows of the timeline: every leg alike above, its real share of the time below, and wedges between them. */
// needs: core/element panels/blocks panels/chapters
/** The rows' lengths and what is between them are in pixels; the upper one has gone a share, 0..1, of the way to true shares.
 * @typedef {Row & {top: HTMLElement, bar: HTMLElement, funnel: SVGElement}} Rows
 * @typedef {{rows: (stage: Stage) => Rows}} Gives */
(function (L) {
  "use strict";

  const { element } = L.journey;

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

  // What is between them.
  const wedges = () => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    made.setAttribute("class", "jm-funnel");
    made.setAttribute("aria-hidden", "true");
    return made;
  };

  L.journey.rows = (stage) => {
    const [top, bar, funnel] = [group(stage.words), slider(stage.words), wedges()];
    const make = stage.tale.data.chapters.length ? L.journey.chapters : L.journey.blocks;
    return { top, bar, funnel, ...stage.part(make, top, bar, funnel) };
  };
})(window.L);
