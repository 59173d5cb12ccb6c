/* Shapes of the base map, and the canvas under the route that they are drawn on. */
// needs: arithmetic/arithmetic arithmetic/mercator map/canvas
/** A shape: `points` as x, y pairs in the Mercator square; `cuts` marks points whose edge from the one before is no coast;
 * `starts` are the indexes at which a ring or line begins. A style takes the theme's colours, the zoom, and the side of the
 * square in pixels.
 * @typedef {import("../arithmetic/mercator.js").Window} Window
 * A stroke may be drawn `inside` another shape only; a `band` along it makes the water paler.
 * @typedef {{fill?: string, band?: string, stroke?: string, weight?: number, dash?: number[], cap?: CanvasLineCap, alpha?: number, inside?: Bare, sharp?: boolean}} Look
 * @typedef {(colours: Colours, zoom: number, scale: number) => Look} Style
 * @typedef {{points: Float64Array, cuts: Uint8Array | null, starts: number[], box: number[], closed: boolean}} Bare
 * @typedef {Bare & {style: Style, layer?: string, kind?: string, sides?: string, country?: string}} Shape
 * @typedef {(context: CanvasRenderingContext2D, view: Window, colours: Colours) => void} Over
 * @typedef {{shape: Shape, turn: number, look: Look}} Seen
 * @typedef {{show(shapes: Shape[]): void, paint(colours: Colours): void, deepen(): void, copy(context: CanvasRenderingContext2D, view: Window): void}} Own
 * @typedef {{_shapes: Shape[], _deep: boolean, _colours: Colours, redraw(): void, add(paint: import("./canvas.js").Draw): void, _over: Over, initialize(options: {over?: Over, after?: Over}): void}} Inner
 * @typedef {{shapes: {Shapes: L.Extended<Own>,
 *   shape(lines: number[][][], closed?: boolean, isCut?: ((a: number[], b: number[]) => boolean) | null): Bare}}} Gives */
(function (L) {
  "use strict";

  const { overlap } = L.journey.arithmetic;
  const { project, near, turns } = L.journey.mercator;
  const EDGE = 16; // pixels beyond the view that still count as in it
  const NEAR = 1; // pixels: points closer to the one before are left out
  const BAND_NEAR = 5; // the same along the bands, whose edge is soft
  const BANDS = [[8, 0.5], [16, 0.35]]; // pixels and strength of the pale water along a coast, the upper one first
  const BAND_ZOOMS = [2, 5.5]; // zooms between which the bands grow to that width
  const BAND_LEAST = 0.4; // of their width before

  // Whether two points lie beyond the same side of the view: dashes that nobody sees take long to draw.
  /** @type {(view: Window, a: number, b: number, c: number, d: number) => boolean} */
  const beyond = (view, a, b, c, d) =>
    (a < -EDGE && c < -EDGE) || (b < -EDGE && d < -EDGE) || (a > view.w + EDGE && c > view.w + EDGE) || (b > view.h + EDGE && d > view.h + EDGE);

  // Puts a shape on the context's path, at a turn round the world; with `skip`, without its cut edges and
  // without what is out of view. Of points nearer than `apart` pixels one is enough.
  /** @type {(context: CanvasRenderingContext2D, shape: Bare, view: Window, turn: number, skip: boolean, apart?: number) => void} */
  const trace = (context, { points, cuts, starts }, view, turn, skip, apart = NEAR) => {
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
        } else if (Math.abs(x - px) + Math.abs(y - py) >= apart || i === end - 1 || cut) {
          context.lineTo(x, y);
        } else {
          continue;
        }
        [px, py] = [x, y];
      }
    }
  };

  // Whether a shape is in view at a turn round the world, and large enough to be seen.
  /** @type {(shape: Shape, view: Window, turn: number) => boolean} */
  const inView = ({ box: [x0, y0, x1, y1] }, view, turn) => {
    const { scale } = view;
    const box = { x: (x0 + turn) * scale - view.x, y: y0 * scale - view.y, w: (x1 - x0) * scale, h: (y1 - y0) * scale };
    return box.w + box.h >= 1.5 && overlap(box, { x: -EDGE, y: -EDGE, w: view.w + 2 * EDGE, h: view.h + 2 * EDGE });
  };

  /** @type {(context: CanvasRenderingContext2D, seen: Seen, view: Window) => void} */
  const fill = (context, { shape, turn, look }, view) => {
    if (!shape.closed || !look.fill) return;
    context.setLineDash([]);
    context.beginPath();
    trace(context, shape, view, turn, false);
    context.fillStyle = look.fill;
    context.fill("evenodd");
    context.strokeStyle = look.fill;
    context.lineWidth = 1;
    context.stroke(); // Closes the hairline where two pieces of land meet.
  };

  /** @type {(context: CanvasRenderingContext2D, seen: Seen, view: Window) => void} */
  const outline = (context, { shape, turn, look }, view) => {
    if (!look.stroke) return;
    context.save();
    context.setLineDash(look.dash || []);
    if (look.inside) {
      context.beginPath();
      trace(context, look.inside, view, turn, false);
      context.clip("evenodd");
    }
    context.beginPath();
    trace(context, shape, view, turn, true);
    Object.assign(context, {
      strokeStyle: look.stroke, lineWidth: look.weight || 1, lineCap: look.cap || "butt", globalAlpha: look.alpha ?? 1,
    });
    context.stroke();
    context.restore();
  };

  // Makes the water along coasts paler, under all that is drawn so far. It is one path, so that bands do not add up where islands
  // lie close together.
  /** @type {(context: CanvasRenderingContext2D, coasts: Seen[], view: Window) => void} */
  const bands = (context, coasts, view) => {
    const soft = coasts.filter(({ look }) => !look.sharp);
    if (!soft.length) return;
    const [from, to] = BAND_ZOOMS;
    const grown = Math.max(BAND_LEAST, Math.min(1, (view.zoom - from) / (to - from)));
    context.save();
    context.setLineDash([]);
    context.beginPath();
    soft.forEach(({ shape, turn }) => trace(context, shape, view, turn, true, BAND_NEAR));
    context.strokeStyle = soft[0].look.band || "none";
    context.globalCompositeOperation = "destination-over";
    BANDS.forEach(([width, strength]) => {
      Object.assign(context, { lineWidth: width * grown, globalAlpha: strength });
      context.stroke();
    });
    context.restore();
  };

  // The shapes in view, at each turn round the world, as they look.
  /** @type {(shapes: Shape[], view: Window, colours: Colours) => Seen[]} */
  const seenOf = (shapes, view, colours) => shapes.flatMap((shape) => turns(view, 0, 1).filter((turn) => inView(shape, view, turn))
    .map((turn) => ({ shape, turn, look: shape.style(colours, view.zoom, view.scale) })));

  // What draws shapes in their order, those with a band along them first: all are filled, over(context, view, colours) draws on
  // them, then come their outlines. `plain` is without what takes long: bands, what is drawn on the land, dashes.
  /** @type {(context: CanvasRenderingContext2D, shapes: Shape[], view: Window, colours: Colours, over: Over | null, deep: boolean, plain?: boolean) => (() => void)[]} */
  const pieces = (context, shapes, view, colours, over, deep, plain = false) => {
    const seen = seenOf(shapes, view, colours);
    const land = seen.filter(({ look }) => look.band);
    const rest = seen.filter(({ look }) => !look.band);
    return [
      () => land.forEach((one) => fill(context, one, view)),
      ...(over ? [() => over(context, view, colours)] : []),
      ...(deep ? [() => bands(context, land, view)] : []),
      () => {
        land.forEach((one) => outline(context, one, view));
        rest.forEach((one) => {
          fill(context, one, view);
          outline(context, plain ? { ...one, look: { ...one.look, dash: [] } } : one, view);
        });
      },
    ];
  };

  // over(context, view, colours) draws on the land, after(context, view, colours) what lies on top.
  /** @type {Own & Partial<Inner> & {[more: string]: any} & ThisType<Own & Inner & L.Renderer>} */
  const own = {
    options: { pane: "base" },

    initialize(options) {
      L.Renderer.prototype.initialize.call(this, options);
      this._shapes = [];
      this._deep = false;
      this._colours = {};
      this._over = options.over || (() => {});
      /** @type {import("./canvas.js").Pieces} */
      this.options.pieces = (context, view, quick) => [
        ...pieces(context, this._shapes, view, this._colours, quick ? null : this._over, this._deep && !quick, quick),
        () => options.after?.(context, view, this._colours),
      ];
    },

    // What is to be drawn from now on, and in which colours.
    show(shapes) { this._shapes = shapes; this.redraw(); },
    paint(colours) { this._colours = colours; this.redraw(); },
    // From now on the water along coasts is pale. That lies under all else, so it can be added to what is drawn.
    deepen() {
      this._deep = true;
      this.add((context, view) => bands(context, seenOf(this._shapes, view, this._colours).filter(({ look }) => look.band), view));
    },
    // Draws the same shapes elsewhere.
    copy(context, view) { pieces(context, this._shapes, view, this._colours, this._over, true).forEach((piece) => piece()); },
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
