/* What part of the world the map shows, as what draws from Mercator coordinates needs it. */
/** @typedef {import("../arithmetic/mercator.js").Window} Window
 * @typedef {{window: (map: L.Map) => Window}} Gives */
(function (L) {
  "use strict";

  // The view that the map has now, in pixels of the world at its zoom, whatever was drawn last.
  L.journey.window = (map) => {
    const [zoom, { x: w, y: h }] = [map.getZoom(), map.getSize()];
    const { x, y } = map.getPixelOrigin().add(map.containerPointToLayerPoint([0, 0]));
    return { scale: 256 * 2 ** zoom, zoom, x, y, w, h };
  };
})(window.L);
