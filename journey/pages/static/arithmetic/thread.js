/* The thread of a story: how far a page is scrolled where each moment is read. Free of the DOM. */
// needs: arithmetic/last
/** `at` gives the moment at so many pixels, `of` the pixels of a moment.
 * @typedef {{at(pixels: number): Moment, of(moment: Moment): number}} Thread
 * @typedef {{thread: (steps: readonly Moment[], pixels: number[], division: import("../../../stage/static/arithmetic/division.js").Division)
 *   => Thread}} Gives */
(function (L) {
  "use strict";

  const { last } = L.journey;
  const SLACK = 0.5; // pixels that a browser may be off what it was asked for

  /** @type {(a: Moment, b: Moment) => boolean} */
  const before = (a, b) => a.leg < b.leg || (a.leg === b.leg && a.part < b.part);

  // Each step is read at its pixels, one more number than there are steps, for the last is the end; between two of them time passes
  // as the division has it.
  L.journey.thread = (steps, pixels, division) => {
    const shares = [...steps.map(division.of), 1];
    return {
      at: (value) => {
        const i = last(pixels, (pixel) => pixel <= value + SLACK);
        if (i === steps.length) return division.at(1);
        const way = pixels[i + 1] - pixels[i];
        const gone = way > 0 ? Math.max(value - pixels[i], 0) / way : 0;
        const moment = division.at(shares[i] + (shares[i + 1] - shares[i]) * gone);
        return gone === 0 || before(moment, steps[i]) ? { leg: steps[i].leg, part: steps[i].part } : moment;
      },
      of: (moment) => {
        const share = division.of(moment);
        const i = Math.min(last(shares, (one) => one <= share), steps.length - 1);
        const span = shares[i + 1] - shares[i];
        return pixels[i] + (pixels[i + 1] - pixels[i]) * (span > 0 ? Math.max(share - shares[i], 0) / span : 0);
      },
    };
  };
})(window.L);
