/* The way of a camera from one view to another, on which the picture seems to move at one speed all along. */
/** What a camera sees: its middle in the Mercator square, and its width there.
 * @typedef {{x: number, y: number, w: number}} Sight
 * @typedef {{length: number, at(part: number): Sight}} Path
 * @typedef {{flight: {
 *   path(from: Sight, to: Sight, widest?: number): Path, lasts(length: number): number, eased(part: number, slope?: number): number,
 * }}} Gives */
(function (L) {
  "use strict";

  const RHO = 1.42; // how far a way goes up for what it goes along, as people in a trial liked best
  const LEAST = 0.02; // of that, where the way may hardly go up
  const SAME = 1e-9; // shares of a view, below which nothing lies between two middles
  const [LIFT, PACE, LONGEST] = [400, 580, 3600]; // milliseconds: for taking off and landing, for a unit of the way, and at the most

  // How far a way goes up at the most so that it is never wider than that: the path is an arc of an ellipse in distance and
  // width, whose height over both ends follows from how flat it is.
  /** @type {(w0: number, w1: number, along: number, widest: number) => number} */
  const flattened = (w0, w1, along, widest) => {
    const rise = Math.max(widest, w0, w1) ** 2 - (w0 * w0 + w1 * w1) / 2;
    const square = 2 * rise + 2 * Math.sqrt(Math.max(0, rise * rise - ((w1 * w1 - w0 * w0) / 2) ** 2));
    return Math.max(LEAST, Math.min(RHO, (square / (along * along)) ** 0.25));
  };

  // The way from a view to another (van Wijk and Nuij, "Smooth and efficient zooming and panning", 2003), not wider than `widest`
  // where that can be. `length` is as one sees it: a view's width along, or e times nearer, is about 0.7. `at` gives the view after
  // a part of it, 0..1.
  /** @type {Gives["flight"]["path"]} */
  const path = (from, to, widest = Infinity) => {
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const along = Math.hypot(dx, dy);
    const [w0, w1] = [from.w, to.w];
    /** @type {(length: number, between: (s: number) => {share: number, w: number}) => Path} */
    const made = (length, between) => ({
      length,
      at: (part) => {
        if (part <= 0) return from;
        if (part >= 1) return to;
        const { share, w } = between(part * length);
        return { x: from.x + share * dx, y: from.y + share * dy, w };
      },
    });
    if (along < SAME * Math.min(w0, w1)) {
      const length = Math.abs(Math.log(w1 / w0)) / RHO;
      return made(length, (s) => ({ share: s / length, w: w0 * (w1 / w0) ** (s / length) }));
    }
    const rho = flattened(w0, w1, along, widest);
    const square = rho * rho;
    // The paper's r is the area of a hyperbola: ln(√(b² + 1) − b), which loses all its digits where b is large.
    const r0 = -Math.asinh((w1 * w1 - w0 * w0 + (square * along) ** 2) / (2 * w0 * square * along));
    const r1 = -Math.asinh((w1 * w1 - w0 * w0 - (square * along) ** 2) / (2 * w1 * square * along));
    return made((r1 - r0) / rho, (s) => ({
      share: (w0 * (Math.cosh(r0) * Math.tanh(rho * s + r0) - Math.sinh(r0))) / (square * along),
      w: (w0 * Math.cosh(r0)) / Math.cosh(rho * s + r0),
    }));
  };

  L.journey.flight = {
    path,
    // Milliseconds that a way of such a length takes.
    lasts: (length) => Math.min(LONGEST, LIFT + PACE * length),
    // How much of the way lies behind after a part of the time, 0..1: it leaves at a speed that is so many times the mean one (up
    // to 3), and comes to rest.
    eased: (part, slope = 0) => part * (slope * (1 - part) ** 2 + part * (3 - 2 * part)),
  };
})(window.L);
