/* Where the camera has to be for a box to be in sight. */
/** @typedef {import("./margins.js").Margins} Margins
 * @typedef {{frame: (map: L.Map, box: L.LatLngBounds, margins: Margins, closest: number, ends?: Point[]) => [L.LatLng, number]}} Gives */
(function (L) {
  "use strict";

  // The centre and the zoom from which a box just fits between the margins, in their middle.
  /** @type {(map: L.Map, box: L.LatLngBounds, margins: Pick<Margins, "x" | "y">, closest: number) => [L.LatLng, number]} */
  const fitted = (map, box, { x: [west, east], y: [north, south] }, closest) => {
    const { x, y } = map.getSize();
    const [from, to] = [map.project([box.getNorth(), box.getWest()], 0), map.project([box.getSouth(), box.getEast()], 0)];
    const scale = Math.min((x - west - east) / (to.x - from.x), (y - north - south) / (to.y - from.y));
    const zoom = Math.max(map.getMinZoom(), Math.min(closest, Math.log2(Math.max(scale, 0)))); // Panels may leave nothing.
    const [mx, my] = [from.x + to.x, from.y + to.y].map((sum) => (sum / 2) * 2 ** zoom);
    return [map.unproject(L.point(mx + (east - west) / 2, my + (south - north) / 2), zoom), zoom];
  };

  // Returns [centre, zoom] from which a box fits between the margins, with a zoom of `closest` at the most: the nearest from which
  // none of the ends lies in the corner.
  L.journey.frame = (map, box, { x, y, corner }, closest, ends = []) => {
    const [centre, zoom] = fitted(map, box, { x, y }, closest);
    const [size, middle] = [map.getSize(), map.project(centre, zoom)];
    const covered = corner && ends.some((end) => {
      const off = map.project(end, zoom).subtract(middle);
      return off.x > size.x / 2 - corner.x && off.y > size.y / 2 - corner.y;
    });
    if (!covered) return [centre, zoom];
    const beside = fitted(map, box, { x: [x[0], corner.x], y }, closest);
    const above = fitted(map, box, { x, y: [y[0], corner.y] }, closest);
    return beside[1] > above[1] ? beside : above;
  };
})(window.L);
