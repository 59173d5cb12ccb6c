/* The embedded base map: a light world, the journey's region in detail, a graticule. */
// needs: arithmetic/arithmetic arithmetic/lattice arithmetic/mercator arithmetic/unpack map/pane map/relief map/shapes map/window
/** @typedef {import("../arithmetic/unpack.js").Layers} Layers
 * @typedef {import("../arithmetic/unpack.js").Feature} Feature
 * @typedef {import("./shapes.js").Shape} Shape
 * @typedef {import("./shapes.js").Bare} Bare
 * @typedef {import("./shapes.js").Style} Style
 * @typedef {import("./toponyms.js").Place} Place
 * @typedef {import("../arithmetic/boxes.js").Dot} Dot
 * @typedef {{colour: string, weight: number, dash: number[]}} Border
 * @typedef {{deepen(): void, draw(): {places: Place[], ground: import("./survey.js").Ground} | null, layer(name: string): Feature[], lines(): Dot[][], copy(context: CanvasRenderingContext2D, view: import("../arithmetic/mercator.js").Window): void}} Basemap
 * @typedef {{basemap: (stage: Stage, base: Base) => Basemap}} Gives */
(function (L) {
  "use strict";

  const { isCut } = L.journey.arithmetic;
  const { lattice } = L.journey;
  const { project, turns, unproject } = L.journey.mercator;
  const { Shapes, shape } = L.journey.shapes;

  /** @type {(layers: Layers, name: string) => Feature[]} */
  const features = (layers, name) => (layers[name] ? layers[name].features : []);
  /** @type {(geometry: Feature["geometry"]) => number[][][][]} */
  const polygons = ({ type, coordinates }) => (type === "Polygon" ? [coordinates] : coordinates);
  /** @type {(geometry: Feature["geometry"]) => number[][][]} */
  const paths = ({ type, coordinates }) => (type === "LineString" ? [coordinates] : coordinates);

  // Pixels of `metres` on the ground at the middle of a shape, whose box is in the Mercator square.
  /** @type {(metres: number, box: number[], scale: number) => number} */
  const pixels = (metres, box, scale) => {
    const y = (box[1] + box[3]) / 2;
    return (metres / 40075017) * scale * Math.cosh((0.5 - y) * 2 * Math.PI);
  };

  /** @type {Record<string, Border>} */
  const BORDERS = {
    border: { colour: "border", weight: 1.1, dash: [7, 3, 2, 3] },
    line: { colour: "line", weight: 1.3, dash: [2, 3] },
  };

  const SMALL = 4; // the zoom below which borders are finer, for there are many of them

  // Styles by layer; each takes the theme's colours, the zoom, and the Mercator square's side in pixels.
  /** @type {Style} */
  const land = (c) => ({ fill: c.land, band: c.band, stroke: c.coast, weight: 0.9 });
  // Nearer than the world's coasts are drawn for, nothing is known of the water along them.
  const COARSE = 6; // the zoom from which they are no more than straight lines
  /** @type {Style} */
  const worldLand = (c, zoom) => ({ ...land(c, zoom, 0), sharp: zoom > COARSE });
  /** @type {Style} */
  const lake = (c) => ({ fill: c.lake, stroke: c.coast, weight: 0.6 });
  // A river whose width is known is a line from afar; from near it is an area, and the border runs over its water.
  const AREA = 4; // pixels of width from which it is an area
  const OVER = 8; // pixels of width from which there is room for the border
  /** @type {(water: Bare, width: number, least: number) => (scale: number) => boolean} */
  const wider = (water, width, least) => (scale) => width > 0 && pixels(width, water.box, scale) >= least;
  /** @type {(water: Bare, width: number) => Style} */
  const river = (water, width) => (c, zoom, scale) => (
    { cap: "round", stroke: wider(water, width, AREA)(scale) ? "" : c.river, weight: 1.4 });
  /** @type {(water: Bare, width: number) => Style} */
  const midstream = (water, width) => (c, zoom, scale) => (
    { stroke: wider(water, width, OVER)(scale) ? c.border : "", weight: BORDERS.border.weight, dash: BORDERS.border.dash });
  /** @type {(water: Bare, width: number) => Style} */
  const water = (area, width) => (c, zoom, scale) => (wider(area, width, AREA)(scale) ? { fill: c.lake } : {});
  /** @type {(area: Bare, width: number) => Style} */
  const bank = (area, width) => (c, zoom, scale) => ({ stroke: wider(area, width, AREA)(scale) ? c.river : "", weight: 1 });
  // Along its banks the water is pale, as the sea is along the coast, but never all of it.
  /** @type {(area: Bare, width: number, wide: number, alpha: number) => Style} */
  const shallow = (area, width, wide, alpha) => (c, zoom, scale) => ({
    stroke: wider(area, width, OVER)(scale) ? c.band : "", alpha, inside: area,
    weight: 2 * Math.min(wide, (pixels(width, area.box, scale) * wide) / 64),
  });
  /** @type {(style: Border) => Style} */
  const border = (style) => (c, zoom) => ({
    stroke: c[style.colour], dash: style.dash, ...(zoom < SMALL ? { weight: 0.7, alpha: 0.6 } : { weight: style.weight }) });

  // A line whose corners are cut twice, a quarter of each side off (Chaikin, 1974), so that it looks as smooth as it is meant.
  /** @type {(line: number[][], times?: number) => number[][]} */
  const smooth = (line, times = 2) => (times && line.length > 2 ? smooth([
    line[0], ...line.slice(1).flatMap(([x, y], i) => [0.25, 0.75].map((part) => [line[i][0] + (x - line[i][0]) * part, line[i][1] + (y - line[i][1]) * part])),
    line[line.length - 1],
  ], times - 1) : line);

  // The shapes of a river's water and banks.
  /** @type {(found: Feature[]) => Shape[]} */
  const broad = (found) => {
    /** @type {(kind: string) => Feature[]} */
    const those = (kind) => found.filter(({ properties }) => properties.kind === kind);
    return those("water").flatMap(({ geometry, properties: { width } }) => polygons(geometry).flatMap((rings) => {
      const area = shape(rings.map((ring) => smooth(ring)), true);
      const banks = those("bank").map((one) => shape(paths(one.geometry).map((line) => smooth(line))));
      return [
        { ...area, style: water(area, width) },
        ...[[16, 0.35], [8, 0.5]].flatMap(([wide, alpha]) => banks.map((line) => ({ ...line, style: shallow(area, width, wide, alpha) }))),
        ...banks.map((line) => ({ ...line, style: bank(area, width) })),
      ];
    }));
  };

  // What lies south of the Mercator square is land, of which a tall view of all the world shows more than the square.
  /** @type {Shape} */
  const south = { points: Float64Array.of(0, 1, 1, 1, 1, 9, 0, 9), cuts: null, starts: [0], box: [0, 1, 1, 9], closed: true, style: (c) => ({ fill: c.land }) };

  // The shapes of all layers, in the order in which they are drawn.
  /** @type {(layers: Layers, box: number[]) => Shape[]} */
  const shapesOf = (layers, box) => {
    /** @type {(a: number[], b: number[]) => boolean} */
    const cut = (a, b) => isCut(a, b, box);
    /** @type {(name: string, style: Style) => Shape[]} */
    const areas = (name, style) => features(layers, name).flatMap(({ geometry, properties: { countries = "" } }) =>
      polygons(geometry).map((rings, i) => ({ ...shape(rings, true, cut), style, layer: name, country: countries.slice(2 * i, 2 * i + 2).trim() })));
    /** @type {[Shape[], Shape[]]} */
    const [waters, lines] = [[], []];
    ["world_borders", "borders"].forEach((name) => features(layers, name).forEach(({ geometry, properties }) => {
      const line = { ...shape(paths(geometry)), layer: name, kind: properties.kind, sides: properties.sides || "" };
      if (properties.kind === "river") {
        waters.push({ ...line, style: river(line, properties.width) });
        if (properties.width) lines.push({ ...line, style: midstream(line, properties.width) });
      } else {
        lines.push({ ...line, style: border(BORDERS[properties.kind] || BORDERS.border) });
      }
    }));
    return [
      south, ...areas("world_land", worldLand), ...areas("land", land),
      ...areas("world_lakes", lake), ...areas("lakes", lake), ...waters, ...broad(features(layers, "river")), ...lines,
    ];
  };

  // Land and borders among the shapes.
  /** @type {(shapes: Shape[]) => import("./survey.js").Ground} */
  const groundOf = (shapes) => ({
    areas: shapes.filter(({ layer }) => layer === "world_land" || layer === "land"),
    borders: shapes.flatMap((line) => (line.sides ? [{ ...line, kind: line.kind || "", sides: line.sides }] : [])),
  });

  const EDGE = 1 / 12; // of a canvas, on each side, beyond what is seen

  // The lines of the graticule.
  /** @type {import("./shapes.js").Over} */
  const graticule = (context, view, colours) => {
    const { scale, x: left, y: top, w, h } = view;
    // As many lines as belong to what is seen, without the edge around it.
    const [[north, west], [south, east]] = [EDGE, 1 - EDGE].map((part) => unproject((left + part * w) / scale, (top + part * h) / scale));
    const { parallels, meridians } = lattice({ getNorth: () => north, getWest: () => west, getSouth: () => south, getEast: () => east });
    context.setLineDash([]);
    Object.assign(context, { lineWidth: 0.6, strokeStyle: colours.graticule });
    context.beginPath();
    parallels.map((lat) => project(lat, 0)[1] * scale - view.y).forEach((y) => {
      context.moveTo(0, y);
      context.lineTo(view.w, y);
    });
    meridians.map((lon) => project(0, lon)[0] * scale - view.x).forEach((x) => {
      context.moveTo(x, 0);
      context.lineTo(x, view.h);
    });
    context.stroke();
  };

  // The names of all layers with their point; countries are named by their codes.
  /** @type {(layers: Layers, countries: Record<string, string>) => Place[]} */
  const placesOf = (layers, countries) => [...features(layers, "places"), ...features(layers, "world_places")]
    .map(({ geometry: { coordinates: [lon, lat] }, properties: { kind, zoom, until, country, name = countries[country] } }) =>
      /** @type {Place} */ ({ kind, zoom, until, country, name, at: [lat, lon] }));

  // The lines of borders and rivers that are drawn in a view, in pixels of it.
  /** @type {(shapes: Shape[], view: import("../arithmetic/mercator.js").Window, colours: Colours) => Dot[][]} */
  const linesOf = (shapes, view, colours) => shapes.filter(({ closed, style }) => {
    const { stroke, inside } = style(colours, view.zoom, view.scale);
    return !closed && stroke && !inside;
  }).flatMap(({ points, starts, box }) => turns(view, box[0], box[2]).flatMap((turn) => starts.map((start, part) => (
    Array.from({ length: (starts[part + 1] ?? points.length / 2) - start }, (_, i) => (
      { x: (points[2 * (start + i)] + turn) * view.scale - view.x, y: points[2 * (start + i) + 1] * view.scale - view.y }))))));

  // Returns {draw() once the map has its view, deepen() for pale water along the coasts, lines() of borders and rivers, copy(context, view) of the same elsewhere};
  // `draw` gives the places with their names, and the ground that they stand on, or null where there are no layers.
  L.journey.basemap = (stage, base) => {
    L.journey.pane(stage, "base", 200);
    const hills = stage.part(L.journey.relief, base.relief);
    const canvas = new Shapes({ over: hills.paint, after: graticule });
    stage.on(stage.map, "journey:relief", () => canvas.paint(stage.view().colours));
    stage.add(() => {
      canvas.remove();
      stage.box.style.background = "";
    });
    stage.watch("paint", (state, { colours }) => colours, (colours) => {
      stage.box.style.background = colours.sea;
      canvas.paint(colours);
    });
    /** @type {Layers} */
    let layers = {};
    /** @type {Shape[]} */
    let shapes = [];
    return {
      layer: (name) => features(layers, name),
      lines: () => linesOf(shapes, L.journey.window(stage.map), stage.view().colours),
      copy: (context, view) => canvas.copy(context, view),
      deepen: () => canvas.deepen(),
      draw: () => {
        layers = L.journey.unpack.layers(base.layers || {});
        shapes = shapesOf(layers, base.bbox);
        canvas.show(shapes);
        canvas.addTo(stage.map);
        return Object.keys(layers).length ? { places: placesOf(layers, base.countries || {}), ground: groundOf(shapes) } : null;
      },
    };
  };
})(window.L);
