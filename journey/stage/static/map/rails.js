/* A leg on rails, seen from near: two rails on their sleepers, strong as far as it is travelled. */
// needs: arithmetic/extent arithmetic/mercator arithmetic/strokes
/** @typedef {import("../arithmetic/mercator.js").Window} Window
 * @typedef {import("../arithmetic/strokes.js").Spot} Spot
 * @typedef {import("../arithmetic/strokes.js").Rounded} Rounded
 * @typedef {import("./course.js").Course} Course
 * @typedef {import("./course.js").Run} Run
 * @typedef {{strong: boolean, last?: number, at?: Point}} How
 * @typedef {{rails: {
 *   size(stage: Stage, view: Window): number,
 *   sides(stage: Stage, course: Course, mode: string, view: Window, wanted: (run: Run) => boolean): Spot[][],
 *   draw(stage: Stage, course: Pick<Course, "runs">, mode: string): (context: CanvasRenderingContext2D, view: Window, how: How) => void,
 * }}} Gives */
(function (L) {
  "use strict";

  const { project, metres } = L.journey.mercator;
  const { rounded, until, beside } = L.journey.strokes;
  const ROUND = 40; // pixels before a corner from which it is rounded
  const { WIDE } = L.journey.extent; // below which all is smaller
  /** @type {WeakMap<Run, Rounded>} */
  const known = new WeakMap();

  // How large the railway is drawn beside its full size, or 0 where it is too far away for rails.
  /** @type {Gives["rails"]["size"]} */
  const size = ({ map, tale: { data: { near } } }, view) => {
    const times = map.getSize().x < WIDE ? near.smaller : 1;
    return metres(view) * times <= near.near ? times : 0;
  };

  /** @type {(run: Run) => Rounded} */
  const smooth = (run) => {
    const there = known.get(run);
    if (there) return there;
    const found = rounded(run.x.map((x, i) => [x, run.y[i]]), ROUND);
    known.set(run, found);
    return found;
  };

  // How far along a run a point is that lies beyond the one with the index `last`.
  /** @type {(run: Run, view: Window, last: number, at: Point) => number} */
  const reached = ({ turn, index, x, y }, view, last, at) => {
    const next = index.findIndex((one) => one > last);
    if (next < 0) return index.length;
    if (!next) return -1;
    const [mx, my] = project(...at);
    const [px, py] = [(mx + turn) * view.scale - view.x - x[next - 1], my * view.scale - view.y - y[next - 1]];
    const [w, h] = [x[next] - x[next - 1], y[next] - y[next - 1]];
    return next - 1 + Math.max(0, Math.min(1, (px * w + py * h) / (w * w + h * h || 1)));
  };

  /** @type {(context: CanvasRenderingContext2D, line: Spot[]) => void} */
  const trace = (context, line) => {
    context.beginPath();
    line.forEach(([x, y], i) => (i ? context.lineTo(x, y) : context.moveTo(x, y)));
  };

  // Rails lie on what is below the canvas: between them it is cleared, and then come the sleepers, below all else on it.
  /** @type {(context: CanvasRenderingContext2D, line: Spot[], ink: string, sleeper: string, rail: number, sizes: Record<string, number>, times: number) => void} */
  const lay = (context, line, ink, sleeper, rail, sizes, times) => {
    /** @type {(style: string, width: number, how: GlobalCompositeOperation, dash?: number[]) => void} */
    const stroke = (style, width, how, dash = []) => {
      Object.assign(context, { strokeStyle: style, lineWidth: width * times, globalCompositeOperation: how });
      context.setLineDash(dash.map((long) => long * times));
      context.stroke();
    };
    context.save();
    Object.assign(context, { lineCap: "butt", globalAlpha: 1 });
    trace(context, line);
    stroke(ink, sizes.gauge + rail, "source-over");
    stroke("#000", sizes.gauge - rail, "destination-out");
    stroke(sleeper, sizes.sleeper, "destination-over", [sizes.thick, sizes.every - sizes.thick]);
    context.restore();
  };

  // Draws a leg, or the part of it up to a point. What is not strong is mixed with paper, not seen through: it is drawn twice.
  /** @type {Gives["rails"]["draw"]} */
  const draw = (stage, course, mode) => (context, view, { strong, last = Infinity, at }) => {
    const { data: { near } } = stage.tale;
    const { colours, colour } = stage.view();
    /** @type {(ink: string) => string} */
    const pale = (ink) => (strong ? ink : `color-mix(in srgb, ${ink} ${near.pale * 100}%, ${colours.paper})`);
    course.runs(view).forEach((run) => {
      const whole = smooth(run);
      const line = at ? until(whole, reached(run, view, last, at)) : whole.spots;
      if (line.length < 2) return;
      lay(context, line, pale(colour(mode)), pale(colours.sleeper), strong ? near.rail : near.rest, near, size(stage, view));
    });
  };

  // The lines that a leg takes up in a view, where they are asked for: its own, or the ends of its sleepers as well.
  /** @type {Gives["rails"]["sides"]} */
  const sides = (stage, course, mode, view, wanted) => {
    const { modes, near } = stage.tale.data;
    const times = modes[mode].rails ? size(stage, view) : 0;
    const offs = times ? [-1, 0, 1].map((side) => (side * near.sleeper * times) / 2) : [0];
    return course.runs(view).filter(wanted).flatMap(({ x, y }) => {
      const line = x.map((px, i) => /** @type {Spot} */ ([px, y[i]]));
      return offs.map((off) => (off ? beside(line, off) : line));
    });
  };

  L.journey.rails = { size, sides, draw };
})(window.L);
