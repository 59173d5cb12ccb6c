/* A canvas over the view, drawn straight from Mercator coordinates. */
(function (L) {
  "use strict";

  const FAR = 1e6; // pixels: beyond this a canvas loses precision, and only straight edges go so far
  const POLE = 85.0511; // degrees of latitude at which the Mercator square ends

  // x and y in 0..1 of the Mercator square for a latitude and a longitude in degrees; x goes on beyond
  // the square where the longitude does.
  const mercator = (lat, lon) => {
    const sine = Math.sin((Math.max(-POLE, Math.min(POLE, lat)) * Math.PI) / 180);
    return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
  };

  // Pixels on the sheet that are not too far off it.
  const near = (pixel) => Math.max(-FAR, Math.min(FAR, pixel));

  // The turns round the world at which a span of x, in the Mercator square, is in view or `edge` pixels beside it.
  const turns = (view, from, to, edge = 0) => {
    const first = Math.ceil((view.x - edge) / view.scale - to);
    const last = Math.floor((view.x + view.w + edge) / view.scale - from);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  };

  // Calls options.draw(context, view) when the sheet has to be drawn. A view is {scale, zoom, x, y, w, h}:
  // the side of the Mercator square, the zoom, and the sheet's corner and size in pixels of that square.
  const Sheet = L.Renderer.extend({
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
      this._context = this._container.getContext("2d");
    },
    _destroyContainer() {
      this._container.remove();
      delete this._container;
      delete this._context;
      delete this._view;
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
  });

  L.journey.sheet = { Sheet, mercator, near, turns };
})(window.L);
