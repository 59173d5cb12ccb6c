/* Reads the short texts in which numbers and lines are sent. Free of the DOM and of the map. */
/** GeoJSON, whose coordinates may be texts.
 * @typedef {{geometry: {type: string, coordinates: any}, properties: Record<string, any>}} Feature
 * @typedef {{features: Feature[]}} Layer
 * @typedef {Record<string, any[]>} Columns
 * @typedef {{points: string, properties: Columns, countries?: string}} Places
 * @typedef {Record<string, Layer>} Layers
 * @typedef {{unpack: {numbers(text: string, columns?: number): number[], line(text: string): Point[],
 *   leg(told: any): Leg, data(told: any): Data, layers(told: Record<string, Layer | Places>): Layers}}} Gives */
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
    /** @type {number[]} */
    const found = []; // in units, until all are read
    let bits = 0;
    let shift = 1;
    for (let i = 1; i < text.length; i += 1) {
      const value = VALUE[text.charCodeAt(i)];
      bits += (value & 31) * shift;
      shift *= 32;
      if (value < 32) {
        const before = found.length < columns ? 0 : found[found.length - columns];
        found.push(before + (bits % 2 === 1 ? -(bits + 1) / 2 : bits / 2));
        bits = 0;
        shift = 1;
      }
    }
    for (let i = 0; i < found.length; i += 1) found[i] /= unit;
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

  const UNIT = 1e5; // finest steps in a degree

  // The whole numbers in a text, five bits a letter, lowest first; the sixth says that more follow.
  /** @type {(text: string) => number[]} */
  const naturals = (text) => {
    const found = [];
    let [bits, shift] = [0, 0];
    for (let i = 0; i < text.length; i += 1) {
      const value = VALUE[text.charCodeAt(i)];
      bits |= (value & 31) << shift;
      shift += 5;
      if (value < 32) {
        found.push(bits);
        bits = shift = 0;
      }
    }
    return found;
  };

  // The same number with its sign, which is its lowest bit.
  /** @type {(bits: number) => number} */
  const signed = (bits) => (bits & 1 ? -(bits + 1) / 2 : bits / 2);

  // Reads the lines of a layer, in their order, as points in degrees: a line begins from the last point of the one before. A text
  // is runs: a letter for the step, which is a power of two; the number of points less one; and their differences in such steps.
  // `closed` says that the last point, which is the first, was left out.
  /** @type {() => (text: string, closed: boolean) => number[][]} */
  const reader = () => {
    let [lon, lat] = [0, 0];
    return (text, closed) => {
      const told = naturals(text);
      const points = [];
      for (let i = 0; i < told.length;) {
        const step = 2 ** told[i];
        const end = i + 4 + 2 * told[i + 1];
        for (i += 2; i < end; i += 2) {
          lon += signed(told[i]) * step;
          lat += signed(told[i + 1]) * step;
          points.push([lon / UNIT, lat / UNIT]);
        }
      }
      if (closed) points.push([...points[0]]);
      return points;
    };
  };

  // Gives a leg what is told of its line.
  /** @type {(leg: any, points: string, far: string, at?: string) => Leg} */
  const passed = (leg, points, far, at) => {
    const km = numbers(far);
    const first = km[0];
    const way = km[km.length - 1] - first;
    leg.points = line(points);
    leg.km = km;
    leg.at = at ? numbers(at) : km.map((reached) => (reached - first) / way);
    return leg;
  };

  // A leg with its points [lat, lon], the part of it passed at each, and km so far; as it is where it is unpacked. Where no parts
  // are told, they are those of the way.
  /** @type {Gives["unpack"]["leg"]} */
  const leg = (told) => (typeof told.points === "string" ? passed({ ...told }, told.points, told.km, told.at) : told);

  // What is usual of a leg, and what very many legs tell in texts, so many in each, which are read once they are asked for.
  /** @type {Record<string, any>} */
  const USUAL = { waits: [], stops: [], ride: [0, 1] };
  const LATER = { brief: "", short: "", text: "", jump: "", facts: [], unknown: [], clock: [], caption: { said: "", note: "" } };
  const ROWS = 100;

  // Reads a column, or a text with a letter a row where these are few values, again and again.
  /** @type {(told: any, none?: any) => (index: number) => any} */
  const column = (told = [], none = null) => ("is" in told ? (index) => told.of[VALUE[told.is.charCodeAt(index)]] ?? none : (index) => told[index] ?? none);

  // So many things by their columns, of which nothing is copied.
  /** @type {(columns: Record<string, any>, more?: Record<string, (index: number) => any>) => any[]} */
  const rows = (columns, more = {}) => {
    /** @constructor @param {number} index */
    function Row(index) { this.index = index; }
    Object.keys({ ...columns, ...USUAL }).forEach((key) => { more[key] ||= column(columns[key], USUAL[key]); });
    Object.entries(more).forEach(([key, of]) => {
      Object.defineProperty(Row.prototype, key, { /** @this {Row} */ get() { return of(this.index); } });
    });
    return (columns.id || columns.at).map((/** @type {any} */ _, /** @type {number} */ index) => new Row(index));
  };

  // Very many legs. A text may not be there yet.
  /** @type {(columns: Record<string, any>, later: ArrayLike<{text: string}>) => any[]} */
  const many = ({ points, km, at, ...columns }, later) => {
    /** @type {any[][]} */
    const read = [];
    /** @type {(index: number) => any[] | undefined} */
    const row = (index) => {
      const text = Math.floor(index / ROWS);
      return (read[text] ||= later[text] && JSON.parse(later[text].text))?.[index % ROWS];
    };
    const made = rows(columns, Object.fromEntries(Object.entries(LATER).map(([key, none], i) => [key, (index) => {
      const found = row(index);
      return found ? found[i] : none;
    }])));
    return made.map((one, i) => passed(one, points[i], km[i], at?.[i]));
  };

  // Data as the wire gives it, its legs unpacked.
  /** @type {Gives["unpack"]["data"]} */
  const data = (told) => (Array.isArray(told.legs) ? { ...told, legs: told.legs.map(leg) }
    : { ...told, legs: many(told.legs, told.later), ends: rows(told.ends) });

  // Coordinates of GeoJSON, in which a text stands for a line.
  /** @type {(told: any, read: (text: string) => number[][]) => any} */
  const coordinates = (told, read) => (typeof told === "string" ? read(told)
    : typeof told[0] === "number" ? told : told.map((/** @type {any} */ inner) => coordinates(inner, read)));

  /** @type {(features: Feature[]) => Feature[]} */
  const shapes = (features) => {
    const read = reader();
    return features.map(({ geometry, properties }) => {
      const closed = geometry.type.endsWith("Polygon");
      return { properties, geometry: { ...geometry, coordinates: coordinates(geometry.coordinates, (text) => read(text, closed)) } };
    });
  };

  // What columns say of that one of many, without what is not said of it.
  /** @type {(columns: Columns, index: number) => Record<string, any>} */
  const said = (columns, index) => Object.fromEntries(Object.entries(columns).map(([key, all]) => [key, all[index]]).filter(([, one]) => one !== null));

  // All places of a layer, whose points are one text, as are the codes of their countries, two letters each or spaces.
  /** @type {(told: Places) => Feature[]} */
  const places = ({ points, properties, countries = "" }) => reader()(points, false).map((coordinates, i) => (
    { geometry: { type: "Point", coordinates }, properties: { ...(countries && { country: countries.slice(2 * i, 2 * i + 2).trim() }), ...said(properties, i) } }));

  // Layers of GeoJSON, by name, whose lines may be texts, and their places one.
  /** @type {Gives["unpack"]["layers"]} */
  const layers = (told) => Object.fromEntries(Object.entries(told)
    .map(([name, layer]) => [name,
      { features: "points" in layer ? places(layer) : shapes(layer.features) }]));

  L.journey.unpack = { numbers, line, leg, data, layers };
})(window.L);
