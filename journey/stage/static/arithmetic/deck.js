/* A bridge seen from above: deck, parapets, wing walls and piers, in pixels. Free of the DOM and of the map. */
// needs: arithmetic/strokes
/** @typedef {import("./strokes.js").Spot} Spot
 * @typedef {{deck: Spot[], walls: Spot[][], piers: Spot[][]}} Deck
 * @typedef {{deck: (line: Spot[], sizes: Record<string, number>, size: number) => Deck}} Gives */
(function (L) {
  "use strict";

  const { beside, length, along } = L.journey.strokes;

  // The end of a wing wall: on from the end of a parapet, and as far out.
  /** @type {(end: Spot, before: Spot, out: number, wing: number) => Spot} */
  const winged = (end, before, out, wing) => {
    const far = Math.hypot(end[0] - before[0], end[1] - before[1]) || 1;
    const [x, y] = [(end[0] - before[0]) / far, (end[1] - before[1]) / far];
    return [end[0] + (x - y * out) * wing, end[1] + (y + x * out) * wing];
  };

  // The corners of a pier on one side of the line, `out` pixels off it at least and `to` at the most.
  /** @type {(at: Spot, way: Spot, half: number, out: number, to: number) => Spot[]} */
  const pier = (at, [x, y], half, out, to) => [[-half, out], [half, out], [half, to], [-half, to]]
    .map(([on, off]) => [at[0] + x * on - y * off, at[1] + y * on + x * off]);

  // What is drawn of a bridge that a line leads over; all sizes times `size`.
  L.journey.deck = (line, sizes, size) => {
    const half = (sizes.deck / 2) * size;
    const [left, right] = [beside(line, -half), beside(line, half)];
    const wing = sizes.wing * size;
    const walls = [left, right].map((parapet, side) => {
      const out = side ? 1 : -1;
      const last = parapet.length - 1;
      return [winged(parapet[0], parapet[1], -out, wing), ...parapet, winged(parapet[last], parapet[last - 1], out, wing)];
    });
    const whole = length(line);
    const spans = Math.max(1, Math.round(whole / (sizes.span * size)));
    const piers = Array.from({ length: spans - 1 }, (_, i) => along(line, (whole * (i + 1)) / spans)).flatMap(({ at, way }) =>
      [-1, 1].map((out) => pier(at, way, (sizes.pier / 2) * size, out * half, out * (half + sizes.reach * size))));
    return { deck: [...left, ...right.reverse()], walls, piers };
  };
})(window.L);
