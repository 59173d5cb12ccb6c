/* Shapes of the base map, and the canvas under the route that they are drawn on. */
// needs: arithmetic/arithmetic arithmetic/mercator map/canvas
/** A shape: `points` as x, y pairs in the Mercator square; `cuts` marks points whose edge from the one before is no coast;
 * `starts` are the indexes at which a ring or line begins. A style takes the theme's colours, the zoom, and the side of the
 * square in pixels.
 * @typedef {import("../arithmetic/mercator.js").Window} Window
 * A stroke may be drawn `inside` another shape only.
 * @typedef {{fill?: string, stroke?: string, weight?: number, dash?: number[], cap?: CanvasLineCap, alpha?: number, inside?: Bare}} Look
 * @typedef {(colours: Colours, zoom: number, scale: number) => Look} Style
 * @typedef {{points: Float64Array, cuts: Uint8Array | null, starts: number[], box: number[], closed: boolean}} Bare
 * @typedef {Bare & {style: Style}} Shape
 * @typedef {(context: CanvasRenderingContext2D, view: Window, colours: Colours, map: L.Map) => void} After
 * @typedef {{show(shapes: Shape[]): void, paint(colours: Colours): void, copy(context: CanvasRenderingContext2D, view: Window): void}} Own
 * @typedef {{_shapes: Shape[], _colours: Colours, redraw(): void, initialize(options: {after?: After}): void}} Inner
 * @typedef {{shapes: {Shapes: L.Extended<Own>,
 *   shape(lines: number[][][], closed?: boolean, isCut?: ((a: number[], b: number[]) => boolean) | null): Bare}}} Gives */
(function (L) {
  "use strict";

  const { overlap } = L.journey.arithmetic;
  const { project, near, turns } = L.journey.mercator;
  const EDGE = 16; // pixels beyond the view that still count as in it
  const NEAR = 1; // pixels: points closer to the one before are left out

  // Whether two points lie beyond the same side of the view: dashes that nobody sees take long to draw.
  /** @type {(view: Window, a: number, b: number, c: number, d: number) => boolean} */
  const beyond = (view, a, b, c, d) =>
    (a < -EDGE && c < -EDGE) || (b < -EDGE && d < -EDGE) || (a > view.w + EDGE && c > view.w + EDGE) || (b > view.h + EDGE && d > view.h + EDGE);

  // Puts a shape on the context's path, at a turn round the world; with `skip`, without its cut edges and
  // without what is out of view.
  /** @type {(context: CanvasRenderingContext2D, shape: Bare, view: Window, turn: number, skip: boolean) => void} */
  const trace = (context, { points, cuts, starts }, view, turn, skip) => {
    const { scale } = view;
    const [dx, dy] = [turn * scale - view.x, -view.y];
    for (let part = 0; part < starts.length; part += 1) {
      const end = part + 1 < starts.length ? starts[part + 1] : points.length / 2;
      let [px, py] = [NaN, NaN];
      for (let i = starts[part]; i < end; i += 1) {
        const x = near(points[2 * i] * scale + dx);
        const y = near(points[2 * i + 1] * scale + dy);
        const cut = cuts && cuts[i];
        if (i === starts[part] || (skip && (cut || beyond(view, x, y, px, py)))) {
          context.moveTo(x, y);
        } else if (Math.abs(x - px) + Math.abs(y - py) >= NEAR || i === end - 1 || cut) {
          context.lineTo(x, y);
        } else {
          continue;
        }
        [px, py] = [x, y];
      }
    }
  };

  // Draws a shape at a turn round the world, in the theme's colours.
  /** @type {(context: CanvasRenderingContext2D, shape: Shape, view: Window, turn: number, colours: Colours) => void} */
  const draw = (context, shape, view, turn, colours) => {
    const { scale } = view;
    const [dx, dy] = [turn * scale - view.x, -view.y];
    const [x0, y0, x1, y1] = shape.box;
    const box = { x: x0 * scale + dx, y: y0 * scale + dy, w: (x1 - x0) * scale, h: (y1 - y0) * scale };
    if (box.w + box.h < 1.5 || !overlap(box, { x: -4, y: -4, w: view.w + 8, h: view.h + 8 })) return;
    const style = shape.style(colours, view.zoom, scale);
    context.setLineDash(style.dash || []);
    if (shape.closed && style.fill) {
      context.beginPath();
      trace(context, shape, view, turn, false);
      context.fillStyle = style.fill;
      context.fill("evenodd");
      context.strokeStyle = style.fill;
      context.lineWidth = 1;
      context.stroke(); // Closes the hairline where two pieces of land meet.
    }
    if (!style.stroke) return;
    context.save();
    if (style.inside) {
      context.beginPath();
      trace(context, style.inside, view, turn, false);
      context.clip("evenodd");
    }
    context.beginPath();
    trace(context, shape, view, turn, true);
    Object.assign(context, {
      strokeStyle: style.stroke, lineWidth: style.weight || 1, lineCap: style.cap || "butt", globalAlpha: style.alpha ?? 1,
    });
    context.stroke();
    context.restore();
  };

  // Draws shapes in their order.
  /** @type {(context: CanvasRenderingContext2D, shapes: Shape[], view: Window, colours: Colours) => void} */
  const drawAll = (context, shapes, view, colours) => shapes.forEach((shape) =>
    turns(view, 0, 1).forEach((turn) => draw(context, shape, view, turn, colours)));

  // after(context, view, colours, map) draws what lies on top.
  /** @type {Own & Partial<Inner> & {[more: string]: any} & ThisType<Own & Inner & L.Renderer>} */
  const own = {
    options: { pane: "base" },

    initialize(options) {
      L.Renderer.prototype.initialize.call(this, options);
      this._shapes = [];
      this._colours = {};
      this.options.draw = (/** @type {CanvasRenderingContext2D} */ context, /** @type {Window} */ view) => {
        drawAll(context, this._shapes, view, this._colours);
        if (options.after) options.after(context, view, this._colours, this._map);
      };
    },

    // What is to be drawn from now on, and in which colours.
    show(shapes) { this._shapes = shapes; this.redraw(); },
    paint(colours) { this._colours = colours; this.redraw(); },
    // Draws the same shapes elsewhere.
    copy(context, view) { drawAll(context, this._shapes, view, this._colours); },
  };

  // A shape out of rings or lines of [lon, lat]; isCut(a, b) says which edges are none.
  /** @type {Gives["shapes"]["shape"]} */
  const shape = (lines, closed = false, isCut = null) => {
    const count = lines.reduce((sum, line) => sum + line.length, 0);
    const points = new Float64Array(2 * count);
    const cuts = isCut ? new Uint8Array(count) : null;
    /** @type {number[]} */
    const starts = [];
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    let i = 0;
    lines.forEach((line) => {
      starts.push(i);
      line.forEach((position, at) => {
        const [x, y] = project(position[1], position[0]);
        points[2 * i] = x;
        points[2 * i + 1] = y;
        if (cuts && at && isCut?.(line[at - 1], position)) cuts[i] = 1;
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
        i += 1;
      });
    });
    return { points, cuts, starts, box, closed };
  };

  L.journey.shapes = { Shapes: L.journey.canvas.extend(own), shape };
})(window.L);
