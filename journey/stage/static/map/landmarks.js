/* What helps to read the map from near: bridges, points and stations, how wide a river is, and where a border crosses a bridge. */
// needs: arithmetic/arithmetic arithmetic/deck arithmetic/mercator arithmetic/strokes map/canvas map/course map/pane map/rails map/window
/** @typedef {import("../arithmetic/mercator.js").Window} Window
 * @typedef {import("../arithmetic/strokes.js").Spot} Spot
 * @typedef {import("../arithmetic/unpack.js").Feature} Feature
 * @typedef {import("./course.js").Course} Course
 * @typedef {import("./labels.js").Item} Item
 * @typedef {{layer(name: string): Feature[]}} Ground
 * @typedef {{line: Point[], course: Course, border: Course[]}} Bridge
 * @typedef {{items: Item[], rects(): DOMRect[], drawn(): void}} Landmarks
 * @typedef {{landmarks: (stage: Stage, ground: Ground) => Landmarks}} Gives */
(function (L) {
  "use strict";

  const { zoomFor } = L.journey.arithmetic;
  const { project, metres, turns } = L.journey.mercator;
  const { along, crossing, length } = L.journey.strokes;
  const RANK = { bridge: 0.9, point: 2.4, station: 2.6 }; // a bridge before the signs of legs, the others after the ends of these
  const IN_VIEW = 25; // km of view below which points are drawn
  const POINTED = 12; // km of view below which stations beyond it are pointed to
  const PARTS = [0.75, 0.25, 0.5, 0.9, 0.1]; // of a bridge that its name may stand beside
  const EDGE = 2; // pixels around a panel that count as under it
  const LEAST = 0.4; // of their full size that bridges are drawn at the least

  /** @type {(points: Point[]) => number} */
  const long = (points) => {
    const [[a, b], [c, d]] = [points[0], points[points.length - 1]];
    return Math.hypot(a - c, (b - d) * Math.cos((a * Math.PI) / 180)) * 111195;
  };

  // Zoom at which the map shows so many km across a view of 1,000 pixels.
  /** @type {(km: number, lat: number) => number} */
  const within = (km, lat) => zoomFor(km * 1000, lat, 1000);

  // The borders near a bridge, as lines.
  /** @type {(features: Feature[], line: Point[]) => Course[]} */
  const bordersNear = (features, line) => {
    const reach = 0.05;
    const [lats, lons] = [line.map(([lat]) => lat), line.map(([, lon]) => lon)];
    const [south, north] = [Math.min(...lats) - reach, Math.max(...lats) + reach];
    const [west, east] = [Math.min(...lons) - reach, Math.max(...lons) + reach];
    return features.flatMap(({ geometry: { type, coordinates } }) => (type === "LineString" ? [coordinates] : coordinates))
      .filter((/** @type {Point[]} */ one) => one.some(([lon, lat]) => lat > south && lat < north && lon > west && lon < east))
      .map((/** @type {Point[]} */ one) => L.journey.course(one.map(([lon, lat]) => [lat, lon])));
  };

  /** @type {(course: Course, view: Window) => Spot[][]} */
  const spotsOf = (course, view) => course.runs(view).map(({ x, y }) => x.map((px, i) => [px, y[i]]));

  /** @type {(context: CanvasRenderingContext2D, line: Spot[], closed?: boolean) => void} */
  const trace = (context, line, closed = false) => {
    context.beginPath();
    line.forEach(([x, y], i) => (i ? context.lineTo(x, y) : context.moveTo(x, y)));
    if (closed) context.closePath();
  };

  // How large a bridge is drawn beside its full size: smaller where there are no rails yet.
  /** @type {(stage: Stage, view: Window) => number} */
  const sizeOf = (stage, view) => {
    const { near } = stage.tale.data;
    const full = L.journey.rails.size(stage, view);
    return full || Math.max(LEAST, near.near / metres(view)) * near.smaller;
  };

  /** @type {(stage: Stage, context: CanvasRenderingContext2D, view: Window, bridge: Bridge) => void} */
  const drawBridge = (stage, context, view, { course, border }) => {
    const { near } = stage.tale.data;
    const { colours } = stage.view();
    const size = sizeOf(stage, view);
    spotsOf(course, view).filter((line) => length(line) >= near.least).forEach((line) => {
      const { deck, walls, piers } = L.journey.deck(line, near, size);
      Object.assign(context, { fillStyle: colours.soft, strokeStyle: colours.text, lineWidth: near.parapet * size, lineCap: "butt" });
      piers.forEach((pier) => {
        trace(context, pier, true);
        context.fill();
      });
      context.fillStyle = colours.paper;
      trace(context, deck, true);
      context.fill();
      walls.forEach((wall) => {
        trace(context, wall);
        context.stroke();
      });
      border.flatMap((one) => spotsOf(one, view)).forEach((one) => {
        const at = crossing(line, one);
        if (!at) return;
        const reach = (near.deck / 2 + near.bar) * size;
        const { way } = along([line[0], line[line.length - 1]], 0);
        context.lineWidth = near.rail * size;
        trace(context, [[at[0] + way[1] * reach, at[1] - way[0] * reach], [at[0] - way[1] * reach, at[1] + way[0] * reach]]);
        context.stroke();
      });
    });
  };

  /** @type {(stage: Stage, context: CanvasRenderingContext2D, at: Spot) => void} */
  const drawPoint = ({ tale: { data: { near } }, view }, context, [x, y]) => {
    const { colours } = view();
    Object.assign(context, { fillStyle: colours.paper, strokeStyle: colours.text, lineWidth: 2 });
    [near.ring, near.dot].forEach((radius, inner) => {
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      if (inner) context.fillStyle = colours.text;
      context.fill();
      if (!inner) context.stroke();
    });
  };

  // The words of landmarks, with the points of each that they may stand about, best first.
  /** @type {(landmark: Landmark) => {item: Item, points: Point[]}[]} */
  const worded = ({ kind, name, note, basis, why, named, line, at }) => {
    const told = { kind: `landmark jm-${kind}`, text: name, rank: RANK[kind] };
    if (line) {
      // Beside the farther part of the bridge, so that the traveller does not stand there from the first.
      const [a, b] = [line[0], line[line.length - 1]];
      const points = PARTS.map((part) => /** @type {Point} */ ([a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part]));
      return [{ item: { ...told, note, mark: { basis, why }, at: points[0], gap: 34, led: 14, zoom: zoomFor(long(line), a[0], 100) }, points }];
    }
    if (!at) return [];
    /** @type {Item[]} */
    const items = named ? [] : [{ ...told, at, gap: kind === "point" ? 34 : 9, led: kind === "point" ? 8 : 0, dot: kind === "station",
      zoom: within(IN_VIEW, at[0]) }];
    if (kind === "station") items.push({ ...told, note, mark: { basis, why }, at, beyond: true, zoom: within(POINTED, at[0]) });
    return items.map((item) => ({ item, points: item.beyond ? [] : [at] }));
  };

  // Whether a point is seen: in view, and under none of the panels.
  /** @type {(stage: Stage, at: Point) => boolean} */
  const open = ({ map, rects }, [lat, lon]) => {
    const { x, y } = map.latLngToContainerPoint([lat, lon + 360 * Math.round((map.getCenter().lng - lon) / 360)]);
    const [home, size] = [map.getContainer().getBoundingClientRect(), map.getSize()];
    /** @type {(rect: DOMRect) => boolean} */
    const covers = ({ left, top, right, bottom }) =>
      x > left - home.x - EDGE && x < right - home.x + EDGE && y > top - home.y - EDGE && y < bottom - home.y + EDGE;
    return x >= 0 && y >= 0 && x <= size.x && y <= size.y && !rects().some(covers);
  };

  // Words that are shown where one of the points that they may stand about is seen, and that stand about those.
  /** @type {(stage: Stage, worded: {item: Item, points: Point[]}) => Item} */
  const shown = (stage, { item, points }) => {
    if (points.length) {
      item.here = () => {
        item.points = stage.map.getZoom() >= item.zoom ? points.filter((point) => open(stage, point)) : [];
        return item.points.length > 0;
      };
    }
    return item;
  };

  // Returns {items to be placed among the words, rects() of the window that these keep off, drawn() once the base map is known}.
  L.journey.landmarks = (stage, ground) => {
    const { map, tale: { data: { landmarks } } } = stage;
    L.journey.pane(stage, "landmarks", 390);
    const points = landmarks.flatMap(({ kind, at }) => (kind === "point" && at ? [{ at, place: project(...at) }] : []));
    // Where points are drawn in a view, in pixels.
    /** @type {(view: Window) => Spot[]} */
    const marks = (view) => points.filter(({ at }) => view.zoom >= within(IN_VIEW, at[0])).flatMap(({ place: [x, y] }) =>
      turns(view, x, x).map((turn) => /** @type {Spot} */ ([(x + turn) * view.scale - view.x, y * view.scale - view.y])));
    /** @type {Bridge[]} */
    const bridges = landmarks.flatMap(({ line }) => (line ? [{ line, course: L.journey.course(line), border: [] }] : []));
    const canvas = new L.journey.canvas({ pane: "landmarks", draw: /** @type {import("./canvas.js").Draw} */ ((context, view) => {
      context.setLineDash([]);
      bridges.forEach((bridge) => drawBridge(stage, context, view, bridge));
      marks(view).forEach((spot) => drawPoint(stage, context, spot));
    }) });
    const some = bridges.length + points.length > 0;
    stage.add(() => canvas.remove());
    stage.watch("paint", ({ theme }) => theme, (theme, before) => before && canvas.redraw());
    return {
      items: landmarks.flatMap(worded).map((one) => shown(stage, one)),
      rects: () => {
        // Of the view that the map has, for what keeps off may be placed before the canvas is drawn.
        const view = L.journey.window(map);
        const home = map.getContainer().getBoundingClientRect();
        /** @type {(spot: Spot, half: number) => DOMRect} */
        const around = ([x, y], half) => new DOMRect(home.x + x - half, home.y + y - half, 2 * half, 2 * half);
        const { deck, ring, least } = stage.tale.data.near;
        const half = (deck / 2) * sizeOf(stage, view);
        const decks = bridges.flatMap(({ course }) => spotsOf(course, view)).filter((line) => length(line) >= least);
        return [
          ...decks.flatMap((line) => Array.from({ length: Math.ceil(length(line) / half) + 1 }, (_, i) => around(along(line, i * half).at, half))),
          ...marks(view).map((spot) => around(spot, ring)),
        ];
      },
      drawn: () => {
        bridges.forEach((bridge) => { bridge.border = bordersNear([...ground.layer("borders"), ...ground.layer("world_borders")], bridge.line); });
        if (some) canvas.addTo(map);
      },
    };
  };
})(window.L);
