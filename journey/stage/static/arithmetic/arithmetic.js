/* Arithmetic of the stage: free of the DOM and of the map. */
/** @typedef {{arithmetic: {
 *   isCut(a: number[], b: number[], box: number[]): boolean, spacing(span: number, count: number): number,
 *   roundStep(whole: number, count: number): number,
 *   degrees(value: number, names: string[], round?: boolean): string, overlap(a: Box, b: Box, gap?: number): boolean,
 *   middle(line: Point[]): Point,
 *   zoomFor(metres: number, lat: number, wanted: number): number, zoomToFill(pixels: number): number,
 *   widthAt(lat: number, zoom: number, pixels: number): number,
 *   clip(x0: number, y0: number, x1: number, y1: number, box: number[]): [number, number, number, number] | null,
 * }}} Gives
 * @typedef {Gives["arithmetic"]} Arithmetic */
(function (L) {
  "use strict";

  // Whether both ends of an edge, as [lon, lat], lie on one cut line of the data:
  // a side of `box` [west, south, east, north], the antimeridian or the pole, in degrees.
  /** @type {Arithmetic["isCut"]} */
  const isCut = (a, b, box) => {
    const vertical = [box[0], box[2], -180, 180];
    const horizontal = [box[1], box[3], -90];
    return vertical.some((lon) => a[0] === lon && b[0] === lon) ||
      horizontal.some((lat) => a[1] === lat && b[1] === lat);
  };

  // Spacing of graticule lines, in degrees, that gives about `count` of them over `span` degrees.
  /** @type {Arithmetic["spacing"]} */
  const spacing = (span, count) => {
    const steps = [30, 20, 10, 5, 2, 1, 0.5, 1 / 6, 1 / 12, 1 / 30, 1 / 60];
    return steps.find((step) => span / step >= count) || steps[steps.length - 1];
  };

  // The least step of 1, 2 or 5 times a power of ten that divides `whole` into at most `count` parts.
  /** @type {Arithmetic["roundStep"]} */
  const roundStep = (whole, count) => {
    const least = whole / Math.max(count, 1) || 1;
    const power = 10 ** Math.floor(Math.log10(least));
    return [1, 2, 5].map((times) => times * power).find((step) => step >= least * (1 - 1e-9)) || 10 * power;
  };

  // A latitude or longitude in degrees and minutes, with its hemisphere out of `names` (positive
  // first), which 0 and 180 have none of; with `round`, brought into -180..180 first.
  /** @type {Arithmetic["degrees"]} */
  const degrees = (value, names, round = false) => {
    const turned = round ? ((((value + 180) % 360) + 360) % 360) - 180 : value;
    const minutes = Math.round(Math.abs(turned) * 60);
    const rest = minutes % 60;
    const figure = `${Math.floor(minutes / 60)}°${rest ? `${String(rest).padStart(2, "0")}′` : ""}`;
    return minutes === 0 || minutes === 180 * 60 ? figure : `${figure} ${turned > 0 ? names[0] : names[1]}`;
  };

  // Whether two boxes {x, y, w, h} in pixels overlap, with `gap` pixels kept between them.
  /** @type {Arithmetic["overlap"]} */
  const overlap = (a, b, gap = 0) =>
    a.x < b.x + b.w + gap && b.x < a.x + a.w + gap &&
    a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;

  // The point half-way along a line of [lat, lon], by pixel-free planar length.
  /** @type {Arithmetic["middle"]} */
  const middle = (line) => {
    const steps = line.slice(1).map((p, i) =>
      Math.hypot(p[0] - line[i][0], (p[1] - line[i][1]) * Math.cos((p[0] * Math.PI) / 180)));
    let left = steps.reduce((a, b) => a + b, 0) / 2;
    for (let i = 0; i < steps.length; i += 1) {
      if (left <= steps[i] && steps[i] > 0) {
        const part = left / steps[i];
        return [line[i][0] + (line[i + 1][0] - line[i][0]) * part, line[i][1] + (line[i + 1][1] - line[i][1]) * part];
      }
      left -= steps[i];
    }
    return line[0];
  };

  // The lowest zoom at which `metres` at a latitude, in degrees, are `wanted` pixels long.
  /** @type {Arithmetic["zoomFor"]} */
  const zoomFor = (metres, lat, wanted) =>
    Math.log2((wanted * 40075017 * Math.cos((lat * Math.PI) / 180)) / (256 * Math.max(metres, 1)));

  // Kilometres that so many pixels are at a latitude, in degrees, and a zoom.
  /** @type {Arithmetic["widthAt"]} */
  const widthAt = (lat, zoom, pixels) => (40075.017 * Math.cos((lat * Math.PI) / 180) * pixels) / (256 * 2 ** zoom);

  // The part of the stretch from (x0, y0) to (x1, y1) inside a box [left, top, right, bottom], or null
  // (Liang and Barsky, 1984).
  /** @type {Arithmetic["clip"]} */
  const clip = (x0, y0, x1, y1, [left, top, right, bottom]) => {
    const [dx, dy] = [x1 - x0, y1 - y0];
    let [from, to] = [0, 1];
    const sides = [[-dx, x0 - left], [dx, right - x0], [-dy, y0 - top], [dy, bottom - y0]];
    for (const [slope, room] of sides) {
      if (slope === 0 && room < 0) return null;
      if (slope < 0) from = Math.max(from, room / slope);
      if (slope > 0) to = Math.min(to, room / slope);
    }
    return from > to ? null : [x0 + from * dx, y0 + from * dy, x0 + to * dx, y0 + to * dy];
  };

  // The lowest zoom, in quarters, at which the world is at least so many pixels wide.
  /** @type {Arithmetic["zoomToFill"]} */
  const zoomToFill = (pixels) => Math.ceil(Math.log2(Math.max(pixels, 1) / 256) * 4) / 4;

  L.journey.arithmetic = {
    clip,
    zoomFor,
    zoomToFill,
    widthAt,
    roundStep,
    isCut, spacing, degrees, overlap, middle,
  };
})(window.L);
