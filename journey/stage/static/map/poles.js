/* How far north and south the map goes. */
/** @typedef {{poles: (stage: Stage) => (zoom: number) => void}} Gives */
(function (L) {
  "use strict";

  const [NORTH, TURNS] = [85.0511, 36000]; // degrees: where Mercator's square ends, and longitudes that nobody drags to
  const MOST = 89.99; // degrees up to which the camera may go, for timeline and text cover what lies beyond the square

  // Returns what holds the map at a zoom: its southern edge comes up to the timeline at the most, or to the text that is read above
  // that, so that it is never in sight.
  L.journey.poles = (stage) => {
    const { map, size } = stage;
    const { crs } = map.options;
    map.options.crs = { ...crs, projection: { ...crs.projection, MAX_LATITUDE: MOST } };
    stage.add(() => { map.options.crs = crs; });
    /** @type {(zoom: number) => void} */
    const limit = (zoom) => {
      const { lat } = map.unproject(L.point(0, 256 * 2 ** zoom + size("strip").h + stage.view().under), zoom);
      map.options.maxBounds = L.latLngBounds([[lat, -TURNS], [NORTH, TURNS]]);
    };
    map.setMaxBounds([[-NORTH, -TURNS], [NORTH, TURNS]]);
    stage.on(map, "zoomend", () => limit(map.getZoom()));
    return limit;
  };
})(window.L);
