/* Where in the page the steps of a story are told, beside or under the map. */
// needs: arithmetic/column arithmetic/thread
/** @typedef {import("../arithmetic/thread.js").Thread} Thread
 * `size` is what all else depends on, `box` where the text is read in pixels of the stage, `end` the pixels that the page is
 * scrolled by where the story ends.
 * @typedef {{size: string, box: Box | null, end: number, thread(): Thread}} Places
 * @typedef {{places: {measure(stage: Stage, list: HTMLElement): Places, size(stage: Stage, list: HTMLElement): string}}} Gives */
(function (L) {
  "use strict";

  const { column, thread } = L.journey;
  const LEAD = 150; // pixels that are scrolled before the first step is told
  const [STAYS, SPACE] = [130, 24]; // pixels that are scrolled at the least before a step goes out of sight, and between two of them
  const NEARLY = 0.92; // of a step's time, which passes until it goes out of sight
  const ROW = 92; // pixels of a row of very many legs, as in the style sheet
  const AFTER = 0.3; // of the height of the stage: what is scrolled at the end before the stage is left

  /** @type {Gives["places"]["size"]} */
  const size = ({ box }, { offsetHeight }) => [box.clientWidth, box.clientHeight, offsetHeight].join();

  // What is told at the pixels, and where what stands there goes out of sight before the next one is told, nearly all of its time.
  /** @type {(steps: readonly Moment[], pixels: number[], seen: number[], division: import("../../../stage/static/arithmetic/division.js").Division) =>
   *   Thread} */
  const woven = (steps, pixels, seen, division) => {
    const shares = [...steps.map(division.of), 1];
    const knots = steps.flatMap((step, i) => [{ step, pixel: pixels[i] }, ...(pixels[i] + seen[i] < pixels[i + 1] ? [{
      step: division.at(shares[i] + (shares[i + 1] - shares[i]) * NEARLY), pixel: pixels[i] + seen[i],
    }] : [])]);
    return thread(knots.map(({ step }) => step), [...knots.map(({ pixel }) => pixel), pixels[steps.length]], division);
  };

  // Gives the list its room, and measures where its steps are.
  /** @type {Gives["places"]["measure"]} */
  const measure = (stage, list) => {
    const { box: { clientWidth: width, clientHeight: height }, tale: { steps, divisions } } = stage;
    const root = /** @type {HTMLElement} */ (list.parentElement);
    const rows = list.localName === "div";
    const items = /** @type {HTMLElement[]} */ (rows ? steps : [...list.querySelectorAll("li")]);
    /** @type {(sizes: {[name: string]: number}) => void} */
    const give = (sizes) => Object.entries(sizes).forEach(([name, pixels]) => root.style.setProperty(`--${name}`, `${pixels}px`));
    const strip = stage.size("strip").h;
    const { side, box, pitch } = column(width, height, strip);
    root.dataset.side = side;
    give({ column: box?.w || width });
    // Rows are all alike, and only those in sight are laid out; some may still be on their way.
    const row = rows ? ROW : 0;
    const tall = items.map((item) => row || /** @type {HTMLElement} */ (item.firstElementChild).offsetHeight);
    const { line, top } = column(width, height, strip, row || Math.max(...tall), /** @type {HTMLElement} */ (root.firstElementChild).offsetHeight);
    give({ line, top, first: line + LEAD, pitch, stays: Math.max(0, STAYS - (line - top)), after: height * (1 + AFTER) - line, rows: row * items.length });
    const from = list.getBoundingClientRect().top + window.scrollY - line;
    // The last one stays at its place when the story has ended, so its own is where the one before ends.
    const high = items.map((item) => row || item.offsetHeight);
    const tops = items.map((item, i) => from + (row ? line + LEAD + row * i : item.offsetTop));
    const last = items.length - 1;
    tops[last] = last ? tops[last - 1] + high[last - 1] : from + line + LEAD;
    const pixels = [...tops, tops[last] + high[last]];
    // The last one stays.
    const seen = high.slice(0, -1).map((h, i) => line - top + h - tall[i] - SPACE);
    /** @type {Thread | null} */
    let thread = null; // woven when it is first asked for
    return { size: size(stage, list), box, end: pixels[last + 1], thread: () => (thread ||= woven(steps, pixels, seen, divisions.story)) };
  };

  L.journey.places = { measure, size };
})(window.L);
