/* How far north and south the map goes. */
// needs: map/margins
/** @typedef {{poles: (stage: Stage, route: L.LatLngBounds) => (zoom: number) => void}} Gives */
(function (L) {
  "use strict";

  const [NORTH, TURNS] = [85.0511, 36000]; // degrees: where Mercator's square ends, and longitudes that nobody drags to
  const NEAR = 85; // degrees from which on a route is drawn along the edge
  const MOST = 89.99; // degrees up to which the camera may go, for timeline and text cover what lies beyond the square

  // Returns what holds the map at a zoom: its southern edge comes up to the timeline at the most, or to the text that is read above
  // that, so that it is never in sight. Where the route is drawn along an edge there is as much room beyond as about any route.
  L.journey.poles = (stage, route) => {
    const { map, size } = stage;
    const { crs } = map.options;
    map.options.crs = { ...crs, projection: { ...crs.projection, MAX_LATITUDE: MOST } };
    stage.add(() => { map.options.crs = crs; });
    /** @type {(zoom: number) => void} */
    const limit = (zoom) => {
      const { y: [above, below] } = L.journey.margins(stage);
      const [north, south] = [route.getNorth() > NEAR ? above : 0, route.getSouth() < -NEAR ? below : size("strip").h + stage.view().under];
      const [top, bottom] = [-north, 256 * 2 ** zoom + south].map((y) => map.unproject(L.point(0, y), zoom).lat);
      map.options.maxBounds = L.latLngBounds([[bottom, -TURNS], [top, TURNS]]);
    };
    map.setMaxBounds([[-NORTH, -TURNS], [NORTH, TURNS]]);
    stage.on(map, "zoomend", () => limit(map.getZoom()));
    return limit;
  };
})(window.L);
