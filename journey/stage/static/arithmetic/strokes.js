/* Lines in pixels: their corners rounded, lines beside them, points along them, where they cross. Free of the DOM. */
/** @typedef {[number, number]} Spot
 * A line with its corners rounded; `s` is how far along the line each of its spots is, as the index of a corner and the part after it.
 * @typedef {{spots: Spot[], s: number[]}} Rounded
 * @typedef {{strokes: {
 *   rounded(corners: Spot[], most: number): Rounded, until(line: Rounded, s: number): Spot[],
 *   beside(line: Spot[], off: number): Spot[], length(line: Spot[]): number,
 *   along(line: Spot[], far: number): {at: Spot, way: Spot}, crossing(a: Spot[], b: Spot[]): Spot | null,
 * }}} Gives
 * @typedef {Gives["strokes"]} Strokes */
(function (L) {
  "use strict";

  const STEPS = 6; // pieces of a rounded corner

  /** @type {(a: Spot, b: Spot, part: number) => Spot} */
  const between = (a, b, part) => [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
  /** @type {(a: Spot, b: Spot) => number} */
  const apart = (a, b) => Math.hypot(b[0] - a[0], b[1] - a[1]);
  /** @type {(a: Spot, b: Spot) => Spot} */
  const unit = (a, b) => {
    const far = apart(a, b) || 1;
    return [(b[0] - a[0]) / far, (b[1] - a[1]) / far];
  };

  // A line through corners, each of which is rounded from at most so many pixels before it, so that it is never far off.
  /** @type {Strokes["rounded"]} */
  const rounded = (corners, most) => {
    const last = corners.length - 1;
    /** @type {Rounded} */
    const found = { spots: [corners[0]], s: [0] };
    for (let i = 1; i < last; i += 1) {
      const [a, b, c] = [corners[i - 1], corners[i], corners[i + 1]];
      const [before, after] = [apart(a, b), apart(b, c)];
      const cut = Math.min(most, before / 2, after / 2);
      if (!cut) continue;
      const [from, to] = [between(b, a, cut / before), between(b, c, cut / after)];
      for (let k = 0; k <= STEPS; k += 1) {
        const part = k / STEPS;
        found.spots.push(between(between(from, b, part), between(b, to, part), part));
        const off = cut * (2 * part - 1);
        found.s.push(i + (off < 0 ? off / before : off / after));
      }
    }
    if (last > 0) {
      found.spots.push(corners[last]);
      found.s.push(last);
    }
    return found;
  };

  // The line as far as `s`.
  /** @type {Strokes["until"]} */
  const until = ({ spots, s }, end) => {
    const next = s.findIndex((one) => one > end);
    if (next < 0) return spots;
    if (!next) return [];
    const part = (end - s[next - 1]) / (s[next] - s[next - 1]);
    return [...spots.slice(0, next), between(spots[next - 1], spots[next], part)];
  };

  // The line so many pixels to the right of another.
  /** @type {Strokes["beside"]} */
  const beside = (line, off) => line.map((spot, i) => {
    const [before, after] = [unit(line[Math.max(0, i - 1)], spot), unit(spot, line[Math.min(line.length - 1, i + 1)])];
    const [x, y] = [before[0] + after[0], before[1] + after[1]];
    const far = Math.hypot(x, y) || 1;
    return [spot[0] - (y / far) * off, spot[1] + (x / far) * off];
  });

  /** @type {Strokes["length"]} */
  const length = (line) => line.reduce((sum, spot, i) => sum + (i ? apart(line[i - 1], spot) : 0), 0);

  // The spot so many pixels along a line, and which way it runs there, as a unit.
  /** @type {Strokes["along"]} */
  const along = (line, far) => {
    let left = far;
    for (let i = 1; i < line.length; i += 1) {
      const step = apart(line[i - 1], line[i]);
      if (left <= step || i === line.length - 1) {
        return { at: between(line[i - 1], line[i], step ? left / step : 0), way: unit(line[i - 1], line[i]) };
      }
      left -= step;
    }
    return { at: line[0], way: [1, 0] };
  };

  // Where two stretches cross, or null.
  /** @type {(a: Spot, b: Spot, c: Spot, d: Spot) => Spot | null} */
  const crossed = (a, b, c, d) => {
    const [x, y, u, v] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
    const turn = x * v - y * u;
    if (!turn) return null;
    const part = ((c[0] - a[0]) * v - (c[1] - a[1]) * u) / turn;
    const other = ((c[0] - a[0]) * y - (c[1] - a[1]) * x) / turn;
    return part >= 0 && part <= 1 && other >= 0 && other <= 1 ? between(a, b, part) : null;
  };

  // Where a line first crosses another one, or null.
  /** @type {Strokes["crossing"]} */
  const crossing = (one, other) => {
    for (let i = 1; i < one.length; i += 1) {
      for (let k = 1; k < other.length; k += 1) {
        const found = crossed(one[i - 1], one[i], other[k - 1], other[k]);
        if (found) return found;
      }
    }
    return null;
  };

  L.journey.strokes = { rounded, until, beside, length, along, crossing };
})(window.L);
