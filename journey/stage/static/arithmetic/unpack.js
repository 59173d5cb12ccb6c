/* Reads the short texts in which numbers and lines are sent. Free of the DOM and of the map. */
/** GeoJSON, whose coordinates may be texts.
 * @typedef {{geometry: {type: string, coordinates: any}, properties: Record<string, any>}} Feature
 * @typedef {{features: Feature[]}} Layer
 * @typedef {{points: string, properties: Record<string, any>[], countries?: string}} Places
 * @typedef {Record<string, Layer>} Layers
 * @typedef {{unpack: {numbers(text: string, columns?: number): number[], line(text: string): Point[],
 *   leg(told: any): Leg, layers(told: Record<string, Layer | Places>): Layers}}} Gives */
(function (L) {
  "use strict";

  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUE = new Uint8Array(128);
  [...LETTERS].forEach((letter, value) => { VALUE[letter.charCodeAt(0)] = value; });

  // The numbers in a text, where each is told by its difference from the one so many `columns` before:
  // its first letter is the number of decimals, five bits a letter follow, lowest first, the sign lowest of all.
  /** @type {Gives["unpack"]["numbers"]} */
  const numbers = (text, columns = 1) => {
    const unit = 10 ** Number(text[0]);
    const found = [];
    const last = new Float64Array(columns);
    let column = 0;
    let bits = 0;
    let shift = 1;
    for (let i = 1; i < text.length; i += 1) {
      const value = VALUE[text.charCodeAt(i)];
      bits += (value & 31) * shift;
      shift *= 32;
      if (value < 32) {
        last[column] += bits % 2 === 1 ? -(bits + 1) / 2 : bits / 2;
        found.push(last[column] / unit);
        column = column + 1 === columns ? 0 : column + 1;
        bits = 0;
        shift = 1;
      }
    }
    return found;
  };

  // The points of a line, pairs in degrees.
  /** @type {Gives["unpack"]["line"]} */
  const line = (text) => {
    const flat = numbers(text, 2);
    const points = new Array(flat.length / 2);
    for (let i = 0; i < points.length; i += 1) points[i] = [flat[2 * i], flat[2 * i + 1]];
    return points;
  };

  // A leg with its points [lat, lon], the part of it passed at each, and km so far; as it is where it is unpacked.
  /** @type {Gives["unpack"]["leg"]} */
  const leg = (told) => (typeof told.points === "string"
    ? { ...told, points: line(told.points), at: numbers(told.at), km: numbers(told.km) } : told);

  // Coordinates of GeoJSON, in which a text stands for a line.
  /** @type {(told: any) => any} */
  const coordinates = (told) => (typeof told === "string" ? line(told)
    : typeof told[0] === "number" ? told : told.map(coordinates));

  /** @type {(told: Feature) => Feature} */
  const feature = (told) => ({
    ...told, geometry: { ...told.geometry, coordinates: coordinates(told.geometry.coordinates) },
  });

  // All places of a layer, whose points are one text, as are the codes of their countries, two letters each or spaces.
  /** @type {(told: Places) => Feature[]} */
  const places = ({ points, properties, countries = "" }) => line(points).map((coordinates, i) => (
    { geometry: { type: "Point", coordinates }, properties: { country: countries.slice(2 * i, 2 * i + 2).trim(), ...properties[i] } }));

  // Layers of GeoJSON, by name, whose lines may be texts, and their places one.
  /** @type {Gives["unpack"]["layers"]} */
  const layers = (told) => Object.fromEntries(Object.entries(told)
    .map(([name, layer]) => [name,
      { features: "points" in layer ? places(layer) : layer.features.map(feature) }]));

  L.journey.unpack = { numbers, line, leg, layers };
})(window.L);
