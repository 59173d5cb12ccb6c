/* A canvas under the route that draws land, water and borders straight from Mercator coordinates. */
(function (L) {
  "use strict";

  const { overlap } = L.journey.arithmetic;
  const NEAR = 1; // pixels: points closer to the one before are left out
  const FAR = 1e6; // pixels: beyond this a canvas loses precision, and only straight cut edges go so far
  const clamp = (v) => Math.max(-FAR, Math.min(FAR, v));

  // Draws `shapes` in their order. A shape is {points, cuts, starts, box, closed, style}: points as x, y
  // pairs in 0..1 of the Mercator square, cuts marking points whose edge from the one before is no coast,
  // starts as indexes at which a ring or line begins, style(colours, zoom, scale) -> {fill, stroke, weight,
  // dash, cap}, with scale the side of the square in pixels. `after(context, view, colours, map)` draws what
  // lies on top.
  L.journey.Ground = L.Renderer.extend({
    options: { pane: "base", padding: 0.35 },

    initialize(options) {
      L.Renderer.prototype.initialize.call(this, options);
      this._shapes = [];
      this._colours = {};
    },

    // What is to be drawn from now on.
    show(shapes) { this._shapes = shapes; this._redraw(); return this; },
    paint(colours) { this._colours = colours; this._redraw(); return this; },

    getEvents() {
      return { ...L.Renderer.prototype.getEvents.call(this), move: this._onMove };
    },

    _initContainer() {
      this._container = document.createElement("canvas");
      this._context = this._container.getContext("2d");
    },
    _destroyContainer() {
      this._container.remove();
      delete this._container;
      delete this._context;
    },
    _updatePaths() {},
    _redraw() { if (this._map && this._container) this._update(); },

    // A long drag leaves the canvas: draw again before its edge shows.
    _onMove() {
      if (this._map._animatingZoom || !this._bounds) return;
      const size = this._map.getSize();
      const corner = this._map.containerPointToLayerPoint([0, 0]);
      const view = L.bounds(corner, corner.add(size));
      if (!this._bounds.contains(view)) this._update();
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const { min } = this._bounds;
      const size = this._bounds.getSize();
      const ratio = window.devicePixelRatio || 1;
      const canvas = this._container;
      L.DomUtil.setPosition(canvas, min);
      canvas.width = Math.round(size.x * ratio);
      canvas.height = Math.round(size.y * ratio);
      canvas.style.width = `${size.x}px`;
      canvas.style.height = `${size.y}px`;
      const zoom = this._map.getZoom();
      const scale = 256 * 2 ** zoom;
      const origin = this._map.getPixelOrigin().add(min);
      const view = { scale, zoom, x: origin.x, y: origin.y, w: size.x, h: size.y };
      this._context.setTransform(ratio, 0, 0, ratio, 0, 0);
      this._context.lineJoin = "round";
      const first = Math.floor(view.x / scale);
      const last = Math.floor((view.x + view.w) / scale);
      this._shapes.forEach((shape) => {
        for (let turn = first; turn <= last; turn += 1) this._draw(shape, view, turn);
      });
      if (this.options.after) this.options.after(this._context, view, this._colours, this._map);
    },

    _draw(shape, view, turn) {
      const { scale } = view;
      const [dx, dy] = [turn * scale - view.x, -view.y];
      const [x0, y0, x1, y1] = shape.box;
      const box = { x: x0 * scale + dx, y: y0 * scale + dy, w: (x1 - x0) * scale, h: (y1 - y0) * scale };
      if (box.w + box.h < 1.5 || !overlap(box, { x: -4, y: -4, w: view.w + 8, h: view.h + 8 })) return;
      const style = shape.style(this._colours, view.zoom, scale);
      const context = this._context;
      context.setLineDash(style.dash || []);
      if (shape.closed) {
        context.beginPath();
        this._trace(shape, scale, dx, dy, false);
        context.fillStyle = style.fill;
        context.fill("evenodd");
        context.strokeStyle = style.fill;
        context.lineWidth = 1;
        context.stroke(); // Closes the hairline where two pieces of land meet.
      }
      if (style.stroke) {
        context.beginPath();
        this._trace(shape, scale, dx, dy, true);
        context.strokeStyle = style.stroke;
        context.lineWidth = style.weight;
        context.lineCap = style.cap || "butt";
        context.stroke();
      }
    },

    // Puts the shape on the path; with `skip`, without its cut edges.
    _trace(shape, scale, dx, dy, skip) {
      const { points, cuts, starts } = shape;
      const context = this._context;
      for (let part = 0; part < starts.length; part += 1) {
        const end = part + 1 < starts.length ? starts[part + 1] : points.length / 2;
        let [px, py, drawn] = [NaN, NaN, false];
        for (let i = starts[part]; i < end; i += 1) {
          const x = clamp(points[2 * i] * scale + dx);
          const y = clamp(points[2 * i + 1] * scale + dy);
          if (i === starts[part] || (skip && cuts && cuts[i])) {
            if (drawn) context.lineTo(px, py);
            context.moveTo(x, y);
          } else if (Math.abs(x - px) + Math.abs(y - py) >= NEAR || i === end - 1 || (cuts && cuts[i])) {
            context.lineTo(x, y);
          } else {
            continue;
          }
          [px, py] = [x, y];
        }
      }
    },
  });

  // x and y in 0..1 of the Mercator square, for a position [lon, lat] in degrees.
  const mercator = ([lon, lat]) => {
    const sine = Math.sin((Math.max(-85.0511, Math.min(85.0511, lat)) * Math.PI) / 180);
    return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
  };

  // A shape out of rings or lines of [lon, lat]; isCut(a, b) says which edges are none.
  L.journey.shape = (lines, style, closed = false, isCut = null) => {
    const count = lines.reduce((sum, line) => sum + line.length, 0);
    const points = new Float64Array(2 * count);
    const cuts = isCut ? new Uint8Array(count) : null;
    const starts = [];
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    let i = 0;
    lines.forEach((line) => {
      starts.push(i);
      line.forEach((position, at) => {
        const [x, y] = mercator(position);
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
})(window.L);
