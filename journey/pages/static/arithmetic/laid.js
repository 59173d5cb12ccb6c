/* The way laid over another place, at the same scale. */
/** @typedef {{laid: (home: Point, outline: Outlined) => Laid | null}} Gives */
(function (L) {
  "use strict";

  const [RADIUS, TURN] = [6371.0088, Math.PI / 180]; // km, the mean radius of WGS 84 (IUGG)
  const STEP = 20; // km from point to point at the most: what is straight over the earth is bent on a map
  const MOST = 85; // degrees of latitude, beyond which there is no map

  // The point [lat, lon] in degrees, so many km east and north of home on a map that keeps bearings and distances from there: the
  // direct problem on a sphere. These come from Python, exact for the ellipsoid; the sphere on which they are laid puts no point
  // more than 0.6 % of its distance elsewhere, less than a line is wide, and web maps are drawn of a sphere, too.
  /** @type {(home: Point, east: number, north: number) => Point} */
  const at = ([lat, lon], east, north) => {
    const [home, course, far] = [lat * TURN, Math.atan2(east, north), Math.hypot(east, north) / RADIUS];
    const sine = Math.sin(home) * Math.cos(far) + Math.cos(home) * Math.sin(far) * Math.cos(course);
    const aside = Math.atan2(Math.sin(course) * Math.sin(far) * Math.cos(home), Math.cos(far) - Math.sin(home) * sine);
    return [Math.asin(Math.max(-1, Math.min(1, sine))) / TURN, lon + aside / TURN];
  };

  // A line whose km east and north stand by turns, with a point every few km.
  /** @type {(line: readonly number[]) => [number, number][]} */
  const dense = (line) => line.flatMap((_, i) => {
    if (i % 2) return [];
    const [x, y, x1, y1] = i ? line.slice(i - 2, i + 2) : [line[0], line[1], line[0], line[1]];
    const steps = Math.ceil(Math.hypot(x1 - x, y1 - y) / STEP) || 1;
    return Array.from({ length: steps }, (__, k) => /** @type {[number, number]} */ ([x + ((x1 - x) * (k + 1)) / steps, y + ((y1 - y) * (k + 1)) / steps]));
  });

  // Its lines go on over the date line. Null where some of it would lie beyond the map.
  L.journey.laid = (home, { lines, others }) => {
    let [, last] = home;
    const all = [...lines.map(dense), ...others.map(([east, north]) => [[east, north]])].map((line) => line.map(([east, north]) => {
      const [lat, lon] = at(home, east, north);
      last = lon + 360 * Math.round((last - lon) / 360);
      return /** @type {Point} */ ([lat, last]);
    }));
    const off = all.flat().some(([lat]) => Math.abs(lat) > MOST);
    const laid = all.slice(0, lines.length);
    return off ? null : { lines: laid, end: laid.flat().pop() || home, others: all.slice(lines.length).flat() };
  };
})(window.L);
