/* Very many legs that are short on the screen, some of them drawn as one. Free of the DOM and of the map. */
/** What of each leg is in view, in pixels. `alike` says whether two legs may be drawn as one, but for their looks; such are drawn
 * as the longest of them, along `line`. A leg without one is drawn as it is.
 * @typedef {{x: number[], y: number[]}} Line
 * @typedef {{leg: number, line: Line | null}} Stride
 * @typedef {{strides: (legs: Line[][], alike: (leg: number, other: number) => boolean) => Stride[]}} Gives */
(function (L) {
  "use strict";

  const SHORT = 4; // pixels, about the width of a line: what is shorter shows no dash
  const FINE = 2; // pixels between two points along such a line
  const NEAR = 1; // pixels from the end of a leg at which the next one begins

  /** @type {(line: Line, from: number, to: number) => number} */
  const apart = ({ x, y }, from, to) => Math.hypot(x[to] - x[from], y[to] - y[from]);

  // Leads a line on to where another one ends.
  /** @type {(line: Line, next: Line) => void} */
  const lead = (line, { x, y }) => {
    const last = line.x.length - 1;
    const at = apart(line, last - 1, last) < FINE ? last : last + 1;
    line.x[at] = x[1];
    line.y[at] = y[1];
  };

  L.journey.strides = (legs, alike) => {
    /** @type {Stride[]} */
    const found = [];
    /** @type {{stride: Stride, line: Line, most: number, all: number} | null} */
    let open = null; // with how long the longest of its legs is, and all of them
    legs.forEach((runs, leg) => {
      if (!runs.length) return;
      const [run] = runs;
      const long = apart(run, 0, 1);
      if (runs.length > 1 || run.x.length > 2 || long >= SHORT) {
        open = null;
        found.push({ leg, line: null });
        return;
      }
      const end = open && open.line.x.length - 1;
      if (open && end && alike(open.stride.leg, leg) && Math.hypot(run.x[0] - open.line.x[end], run.y[0] - open.line.y[end]) < NEAR) {
        lead(open.line, run);
        if (long > open.most) [open.stride.leg, open.most] = [leg, long];
        open.all += long;
      } else {
        const line = { x: [...run.x], y: [...run.y] };
        const stride = { leg, line };
        found.push(stride);
        open = { stride, line, most: long, all: long };
      }
      if (open.all >= SHORT) open = null;
    });
    return found;
  };
})(window.L);
