/* A canvas over the view, drawn straight from Mercator coordinates. Between two drawings it is moved and scaled with the map. */
// needs: map/window
/** What draws may do so in pieces, which then are drawn on a canvas aside, one a frame, until all of it is shown at once; in a hurry
 * (`quick`) all that is dear is left out.
 * @typedef {import("../arithmetic/mercator.js").Window} Window
 * @typedef {import("./pilot.js").Flown} Flown
 * @typedef {(context: CanvasRenderingContext2D, view: Window) => void} Draw
 * @typedef {(context: CanvasRenderingContext2D, view: Window, quick: boolean) => (() => void)[]} Pieces
 * @typedef {{context: CanvasRenderingContext2D, view: Window, left: (() => void)[]}} Job
 * @typedef {{redraw(): void, add(paint: Draw): void, view(): Window | undefined}} Drawn
 * @typedef {{_container: HTMLCanvasElement, _context: CanvasRenderingContext2D, _view?: Window, _aside?: CanvasRenderingContext2D,
 *   _plain: boolean, _job: Job | null, _frame: number, _flown?: Flown, _onMove(): void, _onFlight(event: {flown?: Flown}): void, _follow(now: Window): void,
 *   _show(view: Window, quick?: boolean): void, _begin(view: Window): void, _work(): void, _go(): void, _drop(): void, _onZoom(): void,
 *   _updateTransform(centre: L.LatLng, zoom: number): void}} Inner
 * @typedef {{canvas: L.Extended<Drawn>}} Gives */
(function (L) {
  "use strict";

  const PADDING = 0.1; // of the view's size, that the canvas is larger on each side
  const LIVE = 0.08; // zooms by which a canvas is scaled in flight that is drawn quickly, so that its lines keep their width
  const STALE = 0.3; // the same of one that is drawn in pieces
  const [SOON, LATER] = [80, 180]; // milliseconds until such a drawing is shown, and until the next one takes its place

  // A canvas of that size in pixels, ready to be drawn on.
  /** @type {(context: CanvasRenderingContext2D, view: Window) => void} */
  const blank = (context, { w, h }) => {
    const { canvas } = context;
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [w, h].map((side) => Math.round(side * ratio));
    if (canvas.width !== width || canvas.height !== height) {
      Object.assign(canvas, { width, height });
      Object.assign(canvas.style, { width: `${w}px`, height: `${h}px` });
    } else {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, width, height);
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.lineJoin = "round";
  };

  // Whether a drawing covers what is seen.
  /** @type {(drawn: Window, seen: Window) => boolean} */
  const covers = (drawn, seen) => {
    const times = drawn.scale / seen.scale;
    const [x, y] = [seen.x * times - drawn.x, seen.y * times - drawn.y];
    return x > -1 && y > -1 && x + seen.w * times < drawn.w + 1 && y + seen.h * times < drawn.h + 1;
  };

  /** @type {(a: Window, b: Window) => boolean} */
  const same = (a, b) => a.scale === b.scale && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;

  // The view that the map has now, with an edge around it.
  /** @type {(map: L.Map) => Window} */
  const padded = (map) => {
    const { x, y, w, h, ...seen } = L.journey.window(map);
    const [dx, dy] = [Math.round(w * PADDING), Math.round(h * PADDING)];
    return { ...seen, x: x - dx, y: y - dy, w: w + 2 * dx, h: h + 2 * dy };
  };

  // The view that takes in what a flight sees after each of those times, on a canvas as large as one that is padded.
  /** @type {(map: L.Map, flown: Flown, times: number[]) => Window} */
  const around = (map, flown, times) => {
    const { w, h } = padded(map);
    const size = map.getSize();
    const sights = times.map(flown.ahead);
    /** @type {(axis: "x" | "y", high: number) => [number, number]} */
    const span = (axis, high) => [
      Math.min(...sights.map((sight) => sight[axis] - (sight.w * high) / 2)), Math.max(...sights.map((sight) => sight[axis] + (sight.w * high) / 2)),
    ];
    const [[x0, x1], [y0, y1]] = [span("x", 1), span("y", size.y / size.x)];
    const scale = Math.min(w / (x1 - x0), h / (y1 - y0));
    return { scale, zoom: Math.log2(scale / 256), x: ((x0 + x1) * scale - w) / 2, y: ((y0 + y1) * scale - h) / 2, w, h };
  };

  // Calls options.draw(context, view) when the canvas has to be drawn, or what options.pieces(context, view, quick) gives.
  /** @type {Partial<Inner> & Drawn & {[more: string]: any} & ThisType<Inner & Drawn & L.Renderer>} */
  const own = {
    options: { padding: PADDING, draw: () => {}, pieces: null },

    getEvents() {
      return { ...L.Renderer.prototype.getEvents.call(this), move: this._onMove, "journey:flight": this._onFlight };
    },

    // Draws again, with nothing moved.
    redraw() {
      if (!this._view) return;
      const due = this._job?.view;
      this._show(this._view);
      if (due) this._begin(due);
      this._go();
    },
    // Draws on top of what is there: paint(context, view).
    add(paint) {
      if (!this._view || !this._context) return;
      paint(this._context, this._view);
      if (this._job) this._begin(this._job.view);
    },
    view() { return this._view; },

    _initContainer() {
      this._container = document.createElement("canvas");
      this._context = /** @type {CanvasRenderingContext2D} */ (this._container.getContext("2d"));
      this._drop();
    },
    _destroyContainer() {
      this._drop();
      this._container.remove();
      Object.assign(this, { _container: undefined, _context: undefined, _view: undefined, _aside: undefined });
    },
    _updatePaths() {},

    _onFlight({ flown }) { this._flown = flown; },
    _onMove() {
      if (this._map._animatingZoom || !this._view) return;
      const now = L.journey.window(this._map);
      if (this.options.pieces && (this._flown || now.zoom !== this._view.zoom)) this._follow(now);
      else if (Math.abs(now.zoom - this._view.zoom) > LIVE || !covers(this._view, now)) this._show(padded(this._map));
    },
    // Draws along while the map is zoomed, ahead of what is seen where that is known.
    _follow(now) {
      if (this._job) this._work();
      const view = /** @type {Window} */ (this._view);
      /** @type {(times: number[]) => Window} */
      const ahead = (times) => (this._flown ? around(this._map, this._flown, times) : padded(this._map));
      if (!covers(view, now)) this._show(ahead([0, SOON]), true);
      else if (!this._job) {
        const next = ahead([SOON, LATER]);
        if (Math.abs(next.zoom - view.zoom) > STALE || (this._flown && !covers(view, ahead([LATER])))) this._begin(next);
      }
    },

    // At rest: what is drawn in pieces stands until they are, where it covers what is seen.
    _update() {
      if (this._map._animatingZoom && this._view) return;
      const view = padded(this._map);
      const due = this._job?.view || (this._plain ? null : this._view);
      if (due && same(due, view)) return this._go();
      this._drop();
      if (!this._view || !this.options.pieces || !covers(this._view, L.journey.window(this._map))) return this._show(view);
      this._begin(view);
      this._go();
      this._updateTransform(this._map.getCenter(), view.zoom);
    },
    _updateTransform(centre, zoom) {
      if (!this._view) return;
      const times = 2 ** (zoom - this._view.zoom);
      const corner = L.point(this._view.x * times, this._view.y * times).subtract(this._map._getNewPixelOrigin(centre, zoom));
      if (times === 1) L.DomUtil.setPosition(this._container, corner);
      else L.DomUtil.setTransform(this._container, corner, times);
    },
    // The map was set somewhere else at once.
    _reset() {
      const view = padded(this._map);
      if (!this._view || this._plain || !same(this._view, view)) this._show(view);
    },
    _onZoom() { this._updateTransform(this._map.getCenter(), this._map.getZoom()); },

    // Draws a view at once.
    _show(view, quick = false) {
      this._drop();
      [this._view, this._plain] = [view, quick];
      if (!this._context) return; // A browser may give none; all that is not painted goes on.
      blank(this._context, view);
      if (this.options.pieces) this.options.pieces(this._context, view, quick).forEach((/** @type {() => void} */ piece) => piece());
      else this.options.draw(this._context, view);
      this._onZoom();
    },
    _begin(view) {
      const context = this._aside ||= /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
      if (!context) return;
      blank(context, view);
      this._job = { view, context, left: this.options.pieces(context, view, false) };
    },
    // Draws the next piece; after the last one the drawing takes the place of the one before.
    _work() {
      const job = /** @type {Job} */ (this._job);
      job.left.shift()?.();
      if (job.left.length) return;
      const { canvas } = job.context;
      canvas.className = this._container.className;
      this._container.replaceWith(canvas);
      [this._aside, this._context, this._container, this._view, this._plain, this._job] =
        [this._context, job.context, canvas, job.view, false, null];
      this._onZoom();
    },
    // Draws all that is left of it, a piece a frame: where the map rests, nothing else does.
    _go() {
      cancelAnimationFrame(this._frame);
      if (!this._job) return;
      this._frame = requestAnimationFrame(() => {
        if (!this._job || this._map._animatingZoom) return this._drop();
        this._work();
        this._go();
      });
    },
    _drop() {
      cancelAnimationFrame(this._frame);
      this._job = null;
    },
  };
  L.journey.canvas = L.Renderer.extend(own);
})(window.L);
