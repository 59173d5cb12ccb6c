/* Where the camera has to be for a box to be in sight. */
/** @typedef {{frame: (map: L.Map, box: L.LatLngBounds, margins: import("./margins.js").Margins, closest: number) => [L.LatLng, number]}} Gives */
(function (L) {
  "use strict";

  // Returns [centre, zoom] from which all of a box is seen between the margins, with a zoom of `closest` at the most.
  L.journey.frame = (map, box, { x: [west, east], y: [north, south] }, closest) => {
    const { x, y } = map.getSize();
    const [from, to] = [map.project([box.getNorth(), box.getWest()], 0), map.project([box.getSouth(), box.getEast()], 0)];
    const scale = Math.min((x - west - east) / (to.x - from.x), (y - north - south) / (to.y - from.y));
    const snap = map.options.zoomSnap;
    const zoom = Math.max(map.getMinZoom(), Math.min(closest, Math.floor(Math.log2(scale) / snap) * snap));
    const [mx, my] = [from.x + to.x, from.y + to.y].map((sum) => (sum / 2) * 2 ** zoom);
    return [map.unproject(L.point(mx + (east - west) / 2, my + (south - north) / 2), zoom), zoom];
  };
})(window.L);
