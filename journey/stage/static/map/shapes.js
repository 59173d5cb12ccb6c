/* Shapes of the base map, and the sheet under the route that they are drawn on. */
// needs: arithmetic/arithmetic map/sheet
(function (L) {
  "use strict";

  const { overlap } = L.journey.arithmetic;
  const { Sheet, mercator, near, turns } = L.journey.sheet;
  const EDGE = 16; // pixels beyond the view that still count as in it
  const NEAR = 1; // pixels: points closer to the one before are left out

  // Whether two points lie beyond the same side of the view: dashes that nobody sees take long to draw.
  const beyond = (view, a, b, c, d) =>
    (a < -EDGE && c < -EDGE) || (b < -EDGE && d < -EDGE) || (a > view.w + EDGE && c > view.w + EDGE) || (b > view.h + EDGE && d > view.h + EDGE);

  // Puts a shape on the context's path, at a turn round the world; with `skip`, without its cut edges and
  // without what is out of view.
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
  const draw = (context, shape, view, turn, colours) => {
    const { scale } = view;
    const [dx, dy] = [turn * scale - view.x, -view.y];
    const [x0, y0, x1, y1] = shape.box;
    const box = { x: x0 * scale + dx, y: y0 * scale + dy, w: (x1 - x0) * scale, h: (y1 - y0) * scale };
    if (box.w + box.h < 1.5 || !overlap(box, { x: -4, y: -4, w: view.w + 8, h: view.h + 8 })) return;
    const style = shape.style(colours, view.zoom, scale);
    context.setLineDash(style.dash || []);
    if (shape.closed) {
      context.beginPath();
      trace(context, shape, view, turn, false);
      context.fillStyle = style.fill;
      context.fill("evenodd");
      context.strokeStyle = style.fill;
      context.lineWidth = 1;
      context.stroke(); // Closes the hairline where two pieces of land meet.
    }
    if (!style.stroke) return;
    context.beginPath();
    trace(context, shape, view, turn, true);
    context.strokeStyle = style.stroke;
    context.lineWidth = style.weight;
    context.lineCap = style.cap || "butt";
    context.stroke();
  };

  // Draws shapes in their order. A shape is {points, cuts, starts, box, closed, style}: points as x, y pairs
  // in 0..1 of the Mercator square, cuts marking points whose edge from the one before is no coast, starts
  // as indexes at which a ring or line begins, style(colours, zoom, scale) -> {fill, stroke, weight, dash,
  // cap}, with scale the side of the square in pixels.
  const drawAll = (context, shapes, view, colours) => shapes.forEach((shape) =>
    turns(view, 0, 1).forEach((turn) => draw(context, shape, view, turn, colours)));

  // after(context, view, colours, map) draws what lies on top.
  const Shapes = Sheet.extend({
    options: { pane: "base" },

    initialize(options) {
      L.Renderer.prototype.initialize.call(this, options);
      this._shapes = [];
      this._colours = {};
      this.options.draw = (context, view) => {
        drawAll(context, this._shapes, view, this._colours);
        if (options.after) options.after(context, view, this._colours, this._map);
      };
    },

    // What is to be drawn from now on, and in which colours.
    show(shapes) { this._shapes = shapes; this.redraw(); },
    paint(colours) { this._colours = colours; this.redraw(); },
    // Draws the same shapes elsewhere.
    copy(context, view) { drawAll(context, this._shapes, view, this._colours); },
  });

  // A shape out of rings or lines of [lon, lat]; isCut(a, b) says which edges are none.
  const shape = (lines, style, closed = false, isCut = null) => {
    const count = lines.reduce((sum, line) => sum + line.length, 0);
    const points = new Float64Array(2 * count);
    const cuts = isCut ? new Uint8Array(count) : null;
    const starts = [];
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    let i = 0;
    lines.forEach((line) => {
      starts.push(i);
      line.forEach((position, at) => {
        const [x, y] = mercator(position[1], position[0]);
        points[2 * i] = x;
        points[2 * i + 1] = y;
        if (cuts && at && isCut(line[at - 1], position)) cuts[i] = 1;
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
        i += 1;
      });
    });
    return { points, cuts, starts, box, closed, style };
  };

  L.journey.shapes = { Shapes, shape };
})(window.L);
