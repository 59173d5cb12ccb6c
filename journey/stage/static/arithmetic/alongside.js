/* Where a word stands along a line, turned as the line runs. Free of the DOM and of the map. */
/** All in pixels, angles in radians. A stand is the upright box around the turned word; those where the line is straight come first.
 * @typedef {import("./boxes.js").Dot} Dot
 * @typedef {import("./stands.js").Stand} Stand
 * @typedef {{alongside: (lines: Dot[][], w: number, h: number, frame: Box) => Stand[]}} Gives */
(function (L) {
  "use strict";

  const STEP = 6; // pixels from one point of the line to the next, once it is made even
  const GAP = 2; // pixels between the word and the line
  const WINDING = 2.5; // times a word's length that the line under it may be long

  // The parts of a line inside the frame, with points at even steps.
  /** @type {(line: Dot[], frame: Box) => Dot[][]} */
  const even = (line, frame) => {
    /** @type {Dot[][]} */
    const runs = [[]];
    let rest = 0;
    for (let i = 1; i < line.length; i += 1) {
      const [a, b] = [line[i - 1], line[i]];
      const long = Math.hypot(b.x - a.x, b.y - a.y);
      const far = Math.max(a.x, b.x) < frame.x || Math.min(a.x, b.x) > frame.x + frame.w || Math.max(a.y, b.y) < frame.y || Math.min(a.y, b.y) > frame.y + frame.h;
      if (far || long > 20000) {
        rest = 0;
        if (runs[0].length) runs.unshift([]);
        continue;
      }
      for (; rest <= long; rest += STEP) runs[0].push({ x: a.x + ((b.x - a.x) * rest) / (long || 1), y: a.y + ((b.y - a.y) * rest) / (long || 1) });
      rest -= long;
    }
    return runs;
  };

  // The two stands of a word over a run of points, above and below it, with how far the run bends off a straight line.
  /** @type {(run: Dot[], w: number, h: number) => (Stand & {bend: number})[]} */
  const over = (run, w, h) => {
    const [a, b] = run[0].x <= run[run.length - 1].x ? [run[0], run[run.length - 1]] : [run[run.length - 1], run[0]];
    const long = Math.hypot(b.x - a.x, b.y - a.y);
    const [dx, dy] = [(b.x - a.x) / long, (b.y - a.y) / long];
    const offs = run.map(({ x, y }) => (x - a.x) * dy - (y - a.y) * dx); // above the chord is more
    const [above, below] = [Math.max(...offs), -Math.min(...offs)];
    const angle = Math.atan2(dy, dx);
    const [wide, high] = [w * Math.abs(dx) + h * Math.abs(dy), w * Math.abs(dy) + h * Math.abs(dx)];
    return [above + GAP + h / 2, -(below + GAP + h / 2)].map((off) => ({
      x: (a.x + b.x) / 2 + dy * off - wide / 2, y: (a.y + b.y) / 2 - dx * off - high / 2, w: wide, h: high, angle, bend: above + below,
    }));
  };

  // The run of points from the one at `from` to where it is so many pixels away, or null where the line ends or winds too much.
  /** @type {(run: Dot[], from: number, w: number) => Dot[] | null} */
  const under = (run, from, w) => {
    const last = Math.min(run.length - 1, from + Math.ceil((w * WINDING) / STEP));
    for (let to = from + Math.floor(w / STEP); to <= last; to += 1) {
      if (Math.hypot(run[to].x - run[from].x, run[to].y - run[from].y) >= w) return run.slice(from, to + 1);
    }
    return null;
  };

  L.journey.alongside = (lines, w, h, frame) => {
    const [middleX, middleY] = [frame.x + frame.w / 2, frame.y + frame.h / 2];
    return lines.flatMap((line) => even(line, frame)).flatMap((run) => Array.from({ length: Math.ceil(run.length / 2) }, (_, i) => under(run, 2 * i, w)))
      .flatMap((run) => (run ? over(run, w, h) : []))
      .map(({ bend, ...stand }) => ({
        stand,
        cost: bend + Math.hypot(stand.x + stand.w / 2 - middleX, stand.y + stand.h / 2 - middleY) * 0.015 + 6 * Math.abs(stand.angle || 0),
      }))
      .sort((one, other) => one.cost - other.cost).map(({ stand }) => stand);
  };
})(window.L);
