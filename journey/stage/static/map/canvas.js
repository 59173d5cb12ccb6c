/* A canvas over the view, drawn straight from Mercator coordinates. */
/** @typedef {import("../arithmetic/mercator.js").Window} Window
 * @typedef {(context: CanvasRenderingContext2D, view: Window) => void} Draw
 * @typedef {{redraw(): void, add(paint: Draw): void, view(): Window | undefined}} Drawn
 * @typedef {{_container: HTMLCanvasElement, _context: CanvasRenderingContext2D, _view?: Window, _onMove(): void}} Inner
 * @typedef {{canvas: L.Extended<Drawn>}} Gives */
(function (L) {
  "use strict";

  // Calls options.draw(context, view) when the canvas has to be drawn.
  /** @type {Partial<Inner> & Drawn & {[more: string]: any} & ThisType<Inner & Drawn & L.Renderer>} */
  const own = {
    options: { padding: 0.1, draw: () => {} },

    getEvents() {
      return { ...L.Renderer.prototype.getEvents.call(this), move: this._onMove };
    },

    // Draws again, with nothing moved.
    redraw() {
      if (!this._view) return;
      this._context.clearRect(0, 0, this._view.w, this._view.h);
      this.options.draw(this._context, this._view);
    },
    // Draws on top of what is there: paint(context, view).
    add(paint) { if (this._view) paint(this._context, this._view); },
    view() { return this._view; },

    _initContainer() {
      this._container = document.createElement("canvas");
      this._context = /** @type {CanvasRenderingContext2D} */ (this._container.getContext("2d"));
    },
    _destroyContainer() {
      this._container.remove();
      Object.assign(this, { _container: undefined, _context: undefined, _view: undefined });
    },
    _updatePaths() {},

    // A long drag leaves the canvas: draw again before its edge shows.
    _onMove() {
      if (this._map._animatingZoom || !this._bounds) return;
      const corner = this._map.containerPointToLayerPoint([0, 0]);
      if (!this._bounds.contains(L.bounds(corner, corner.add(this._map.getSize())))) this._update();
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      if (!this._bounds) return;
      const { min } = this._bounds;
      const size = this._bounds.getSize();
      const ratio = window.devicePixelRatio || 1;
      const canvas = this._container;
      L.DomUtil.setPosition(canvas, min);
      const [width, height] = [size.x, size.y].map((side) => Math.round(side * ratio));
      if (canvas.width !== width || canvas.height !== height) {
        Object.assign(canvas, { width, height });
        canvas.style.width = `${size.x}px`;
        canvas.style.height = `${size.y}px`;
      } else {
        this._context.clearRect(0, 0, size.x, size.y);
      }
      const zoom = this._map.getZoom();
      const origin = this._map.getPixelOrigin().add(min);
      this._view = { scale: 256 * 2 ** zoom, zoom, x: origin.x, y: origin.y, w: size.x, h: size.y };
      this._context.setTransform(ratio, 0, 0, ratio, 0, 0);
      this._context.lineJoin = "round";
      this.options.draw(this._context, this._view);
    },
  };
  L.journey.canvas = L.Renderer.extend(own);
})(window.L);
