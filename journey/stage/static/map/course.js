/* A leg's line in pixels: what of it is in view, no finer than a pixel. */
// needs: arithmetic/arithmetic arithmetic/mercator arithmetic/strokes
/** A part of a line that is in view: the turn round the world, the points kept, and where they are in the view, in pixels.
 * @typedef {import("../arithmetic/mercator.js").Window} Window
 * @typedef {{turn: number, index: number[], x: number[], y: number[]}} Run
 * @typedef {{
 *   runs(view: Window): Run[], distance(view: Window, x: number, y: number): number,
 *   trace(context: Pick<CanvasRenderingContext2D, "moveTo" | "lineTo">, view: Window, last?: number, at?: Point | null): void,
 * }} Course
 * @typedef {{course: (points: Point[], lane?: number) => Course}} Gives */
(function (L) {
  "use strict";

  const { clip } = L.journey.arithmetic;
  const { project, turns } = L.journey.mercator;
  const { beside } = L.journey.strokes;
  const NEAR = 1; // pixels: points closer to the one before are left out
  const EDGE = 12; // pixels beyond the view that still count as in it
  const LANE = 5.6; // pixels from a leg to the next one on the same track
  const FAR = 1e5; // pixels: a stretch that ends farther off is cut, for a canvas loses precision
  /** @type {WeakMap<Window, Map<Float64Array, Run[]>>} */
  const known = new WeakMap(); // what of each line is in a view

  // The box around a view beyond which nothing is drawn, in pixels.
  /** @type {(view: Window) => number[]} */
  const limits = (view) => [-FAR, -FAR, view.w + FAR, view.h + FAR];

  // Squared distance in pixels of (x, y) from the stretch between two points.
  /** @type {(x: number, y: number, x0: number, y0: number, x1: number, y1: number) => number} */
  const apart = (x, y, x0, y0, x1, y1) => {
    const [w, h] = [x1 - x0, y1 - y0];
    const whole = w * w + h * h;
    const part = whole > 0 ? Math.max(0, Math.min(1, ((x - x0) * w + (y - y0) * h) / whole)) : 0;
    return (x - x0 - part * w) ** 2 + (y - y0 - part * h) ** 2;
  };

  // The points in the Mercator square, and the box around them [left, top, right, bottom].
  /** @type {(points: Point[]) => {xs: Float64Array, ys: Float64Array, box: number[]}} */
  const projected = (points) => {
    const xs = new Float64Array(points.length);
    const ys = new Float64Array(points.length);
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    points.forEach((point, i) => {
      const [x, y] = project(point[0], point[1]);
      xs[i] = x;
      ys[i] = y;
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    });
    return { xs, ys, box };
  };

  /** @type {(run: Run, i: number, x: number, y: number) => void} */
  const keep = (run, i, x, y) => {
    run.index.push(i);
    run.x.push(x);
    run.y.push(y);
  };

  // The points of one turn, cut where the line leaves the view.
  /** @type {(xs: Float64Array, ys: Float64Array, view: Window, turn: number) => Run[]} */
  const cut = (xs, ys, view, turn) => {
    /** @type {Run[]} */
    const found = [];
    const dx = turn * view.scale - view.x;
    const last = xs.length - 1;
    /** @type {Run | null} */
    let run = null;
    let [px, py, kept, kx, ky] = [NaN, NaN, -1, NaN, NaN]; // the point before, and the last one kept
    // All lines pass here at once, so nothing is made of a point that is not kept.
    for (let i = 0; i <= last; i += 1) {
      const x = xs[i] * view.scale + dx;
      const y = ys[i] * view.scale - view.y;
      const out = i > 0 && ((x < -EDGE && px < -EDGE) || (y < -EDGE && py < -EDGE) ||
        (x > view.w + EDGE && px > view.w + EDGE) || (y > view.h + EDGE && py > view.h + EDGE));
      const far = i > 0 && !out && Math.max(Math.abs(x), Math.abs(y), Math.abs(px), Math.abs(py)) > FAR;
      if (out || far) {
        if (run && kept !== i - 1) keep(run, i - 1, px, py);
        run = null;
        const part = far ? clip(px, py, x, y, limits(view)) : null;
        if (part) found.push({ turn, index: [i - 1, i], x: [part[0], part[2]], y: [part[1], part[3]] });
      } else if (i > 0) {
        if (!run) [kept, kx, ky] = [i - 1, px, py];
        /** @type {boolean} */
        const keeps = i === last || Math.abs(x - kx) + Math.abs(y - ky) >= NEAR;
        if (run && keeps) keep(run, i, x, y);
        else if (!run) {
          run = keeps ? { turn, index: [i - 1, i], x: [px, x], y: [py, y] } : { turn, index: [i - 1], x: [px], y: [py] };
          found.push(run);
        }
        if (keeps) {
          kept = i;
          kx = x;
          ky = y;
        }
      }
      px = x;
      py = y;
    }
    return found;
  };

  // A part of a line that many lanes to the right.
  /** @type {(run: Run, lane: number) => Run} */
  const shifted = (run, lane) => {
    const line = beside(run.x.map((x, i) => [x, run.y[i]]), lane * LANE);
    return { ...run, x: line.map(([x]) => x), y: line.map(([, y]) => y) };
  };

  // The line through points in degrees, continuous in longitude, so many lanes to the right. `trace` draws it, with `last` and `at` only as far as that
  // point, which lies beyond the one with that index; `distance` is in pixels, from a point of the view.
  L.journey.course = (points, lane = 0) => {
    const { xs, ys, box } = projected(points);
    /** @type {Course["runs"]} */
    const runs = (view) => {
      const all = known.get(view) || new Map();
      const there = all.get(xs);
      if (there) return there;
      const seen = box[1] * view.scale - view.y > view.h + EDGE || box[3] * view.scale - view.y < -EDGE ? [] : turns(view, box[0], box[2], EDGE);
      const whole = seen.length === 1 ? cut(xs, ys, view, seen[0]) : seen.flatMap((turn) => cut(xs, ys, view, turn));
      const found = lane ? whole.map((run) => shifted(run, lane)) : whole;
      known.set(view, all.set(xs, found));
      return found;
    };
    return {
      runs,
      trace: (context, view, last = Infinity, at = null) => runs(view).forEach(({ turn, index, x, y }) => {
        if (index[0] > last) return;
        context.moveTo(x[0], y[0]);
        let k = 1;
        for (; k < index.length && index[k] <= last; k += 1) context.lineTo(x[k], y[k]);
        if (!at || k === index.length) return;
        const [mx, my] = project(...at);
        /** @type {(across: number, down: number) => [number, number]} */
        const spot = (across, down) => [(across + turn) * view.scale - view.x, down * view.scale - view.y];
        const [, [tx, ty]] = beside([spot(xs[index[k - 1]], ys[index[k - 1]]), spot(mx, my)], lane * LANE);
        const part = clip(x[k - 1], y[k - 1], tx, ty, limits(view));
        if (part) context.lineTo(part[2], part[3]);
      }),
      distance: (view, px, py) => {
        let least = Infinity;
        runs(view).forEach(({ x, y }) => {
          for (let k = 1; k < x.length; k += 1) least = Math.min(least, apart(px, py, x[k - 1], y[k - 1], x[k], y[k]));
        });
        return Math.sqrt(least);
      },
    };
  };
})(window.L);
