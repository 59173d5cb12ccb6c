/* The legs on the map: each in its mode's colour and dash, filled where known, hollow where assumed. */
// needs: arithmetic/strides map/canvas map/pane map/rails map/window
/** @typedef {import("../arithmetic/mercator.js").Window} Window
 * @typedef {import("./canvas.js").Draw} Draw
 * @typedef {import("./course.js").Course} Course
 * @typedef {import("./dots.js").Dot} Dot
 * @typedef {import("./dots.js").Dots} Dots
 * @typedef {{strong: number, width: number, halo?: boolean, last?: number, at?: Point}} Stroke
 * @typedef {{view(): Window | undefined, legs(): {x: number, y: number}[][][], pixels(): {x: number, y: number}[][], points(): Point[]}} Lines
 * @typedef {{lines: (stage: Stage, courses: Course[], dots: Dots) => Lines}} Gives */
(function (L) {
  "use strict";

  // Pixels: a line, the one that is chosen or travelled on so far, and the way that lies ahead.
  const WIDTH = { usual: 4.2, strong: 6.4, ahead: 4.6 };
  const AHEAD = 0.38; // how strong the way ahead is
  const BESIDE = 0.55; // how strong legs are beside the one that is chosen
  const HALO = 3.2; // pixels of paper around a line, both sides together
  const DOT = 4; // pixels on, below which a line is made of dots, which have no room for a core
  const RING = 1.5; // times the width of such a line, whose dots are rings where they are hollow
  const APART = 1; // pixels between two rings that are both drawn
  const LONG = 300; // legs, beyond which those of one look are drawn together, and rings and lines where there is none yet
  const PIECE = 500; // legs that are drawn together
  const CELLS = 2 ** 25; // in a row, more than a world has
  const BROKEN = [2, 2]; // pixels of ring and gap around a place that is not the one used

  // Draws the lines of legs that look alike, or the part of them up to a point.
  /** @typedef {Pick<Course, "runs" | "trace">} Way */
  /** @type {(stage: Stage, courses: Way[], index: number) => (context: CanvasRenderingContext2D, view: Window, how: Stroke) => void} */
  const line = (stage, courses, index) => (context, view, { strong, width, halo = true, last, at }) => {
    const { data, legs } = stage.tale;
    const { colours, colour } = stage.view();
    const { mode, basis } = legs[index];
    if (data.modes[mode].rails && L.journey.rails.size(stage, view)) {
      courses.forEach((course) => L.journey.rails.draw(stage, course, mode)(context, view, { strong: strong === 1, last, at }));
      return;
    }
    const dash = data.modes[mode].dash.split(" ").filter(Boolean).map(Number);
    const hollow = data.hollow[basis];
    const rings = hollow > 0 && dash.length === 2 && dash[0] < DOT;
    const body = width * (rings ? RING : 1);
    const on = rings ? [0.01, dash[0] + dash[1]] : dash; // Round ends make a disc of next to nothing.
    /** @type {(style: string, wide: number, pattern: number[], alpha: number) => void} */
    const stroke = (style, wide, pattern, alpha) => {
      Object.assign(context, { strokeStyle: style, lineWidth: wide, globalAlpha: alpha, lineCap: rings ? "round" : "butt" });
      context.setLineDash(pattern);
      context.stroke();
    };
    context.beginPath();
    courses.forEach((course) => course.trace(context, view, last, at));
    if (halo) stroke(colours.halo, body + HALO, [], 0.95);
    stroke(colour(mode), body, on, strong);
    if (hollow) stroke(colours.paper, hollow * body, rings ? on : [], 1);
    context.globalAlpha = 1;
  };

  // A way along a line in pixels, in the place of a run.
  /** @type {(run: import("./course.js").Run, line: {x: number[], y: number[]}) => Way} */
  const straight = (run, { x, y }) => ({
    runs: () => [{ ...run, x, y }],
    trace: (context) => {
      context.moveTo(x[0], y[0]);
      for (let i = 1; i < x.length; i += 1) context.lineTo(x[i], y[i]);
    },
  });

  // Draws very many legs by the hundred, those of them together that look alike; null where there are fewer.
  /** @type {(stage: Stage, courses: Course[]) => ((context: CanvasRenderingContext2D, view: Window, how: (index: number) => Stroke) => void) | null} */
  const bundled = (stage, courses) => (courses.length <= LONG ? null : (context, view, how) => {
    for (let first = 0; first < courses.length; first += PIECE) {
      /** @type {Map<string, {leg: number, ways: Way[]}>} */
      const looks = new Map();
      /** @type {(leg: number) => number} */
      const strong = (leg) => how(first + leg).strong;
      const seen = courses.slice(first, first + PIECE).map((course) => course.runs(view));
      L.journey.strides(seen, (one, other) => strong(one) === strong(other)).forEach(({ leg, line: short }) => {
        const { mode, basis } = stage.tale.legs[first + leg];
        const look = `${mode} ${basis} ${strong(leg)}`;
        const way = short ? straight(seen[leg][0], short) : courses[first + leg];
        const found = looks.get(look);
        if (found) found.ways.push(way);
        else looks.set(look, { leg: first + leg, ways: [way] });
      });
      looks.forEach(({ leg, ways }) => line(stage, ways, leg)(context, view, how(leg)));
    }
  });

  // In which cell, no larger than a dot, a point lies.
  /** @type {(x: number, y: number) => number} */
  const cell = (x, y) => Math.round(x / DOT) * CELLS + Math.round(y / DOT);

  // Tells of lines that are no longer than a dot those that lie where there is none yet.
  /** @type {() => (x: number, y: number, long: number) => boolean} */
  const sparse = () => {
    const there = new Set();
    return (x, y, long) => {
      const key = cell(x, y);
      const seen = long < DOT && there.has(key);
      there.add(key);
      return !seen;
    };
  };

  // From end to end of what is in view, in pixels.
  /** @type {(run: Pick<import("./course.js").Run, "x" | "y">) => number} */
  const ends = ({ x, y }) => Math.hypot(x[0] - x[x.length - 1], y[0] - y[y.length - 1]);

  // Draws a ring, or a disc in a ring of paper.
  /** @type {(context: CanvasRenderingContext2D, dot: Dot, at: [number, number], ink: string, paper: string) => void} */
  const ring = (context, { stop, radius, width }, [x, y], ink, paper) => {
    const [fill, edge] = stop ? [paper, ink] : [ink, paper];
    Object.assign(context, { fillStyle: fill, strokeStyle: edge, lineWidth: width || HALO });
    context.setLineDash(stop?.off === undefined ? [] : BROKEN);
    context.beginPath();
    context.arc(x, y, stop ? radius : radius + HALO / 2, 0, 2 * Math.PI);
    if (stop) context.fill();
    context.stroke();
    if (!stop) context.fill();
  };

  // Draws rings, but none that would touch the one before.
  /** @type {(stage: Stage, dots: Dots) => (context: CanvasRenderingContext2D, view: Window, shown: Dot[]) => void} */
  const rings = (stage, dots) => (context, view, shown) => {
    const { colours, colour } = stage.view();
    let [px, py, reach] = [NaN, NaN, 0];
    const there = new Set();
    shown.forEach((one) => dots.spots(view, one).forEach(([x, y]) => {
      const key = cell(x, y);
      if (shown.length > LONG && one.kind === "change" && there.has(key)) return;
      there.add(key);
      if (Math.hypot(x - px, y - py) < reach + one.radius + APART && one.kind !== "outer" && one.kind !== "speck") return;
      [px, py, reach] = [x, y, one.radius];
      ring(context, one, [x, y], colour(stage.tale.legs[one.leg].mode), colours.paper);
    }));
  };

  // What of each leg's line is in a view, in pixels of the container; found once a view.
  /** @type {(stage: Stage, courses: Course[], many: boolean) => (view: Window | undefined) => {x: number, y: number}[][][]} */
  const seen = (stage, courses, many) => {
    /** @type {{x: number, y: number}[][][]} */
    let found = [];
    let known = "";
    return (view) => {
      if (!view) return [];
      const { x: left, y: top } = L.journey.window(stage.map);
      const [dx, dy] = [view.x - left, view.y - top];
      const wanted = JSON.stringify([view, dx, dy]);
      if (wanted === known) return found;
      known = wanted;
      const fresh = sparse();
      found = courses.map((course, index) => L.journey.rails.sides(stage, course, stage.tale.legs[index].mode, view, (run) => !many || fresh(run.x[0], run.y[0], ends(run)))
        .map((line) => line.map(([x, y]) => ({ x: x + dx, y: y + dy }))));
      return found;
    };
  };

  // Returns {view() what the canvas shows, once the map has its view, legs() what of each one's line is in view, in pixels of the
  // container, pixels() the same of all, and points() those of the rings, of very many none that lie on one another}.
  L.journey.lines = (stage, courses, dots) => {
    const { map, now } = stage;
    L.journey.pane(stage, "route", 400);
    const leg = courses.map((course, index) => line(stage, [course], index));
    const together = bundled(stage, courses);
    const places = rings(stage, dots);
    // How a leg is drawn: pale where it lies ahead, or where another one is chosen.
    /** @type {(index: number) => Stroke} */
    const how = (index) => {
      const { at, leg: chosen } = now();
      if (at) return index < at.leg ? { strong: 1, width: WIDTH.strong } : { strong: AHEAD, width: WIDTH.ahead };
      return { strong: chosen === null ? 1 : BESIDE, width: WIDTH.usual };
    };
    // Below lie all legs; above the one that is travelled on or chosen, drawn again at every step.
    const below = new L.journey.canvas({ pane: "route", draw: /** @type {Draw} */ ((context, view) => {
      if (together) together(context, view, how);
      else leg.forEach((draw, index) => draw(context, view, how(index)));
      places(context, view, dots.shown(view));
    }) });
    const above = new L.journey.canvas({ pane: "route", draw: /** @type {Draw} */ ((context, view) => {
      const { at, leg: chosen } = now();
      const index = at ? at.leg : chosen;
      if (index === null) return;
      leg[index](context, view, at ? how(index) : { strong: 1, width: WIDTH.strong });
      const { place } = stage.view();
      if (at) leg[index](context, view, { strong: 1, width: WIDTH.strong, halo: false, last: place.index, at: place.at });
      places(context, view, dots.along(view, index));
    }) });
    stage.add(() => [below, above].forEach((canvas) => canvas.remove()));

    // The way travelled is drawn over the leg it is on; the legs before are whole, those after pale.
    stage.watch("paint", ({ at, leg: chosen }) => (at ? at.leg : chosen === null), (next, passed) => {
      if (passed === undefined) below.addTo(map);
      else if (typeof passed === "number" && next === passed + 1) {
        below.add((context, view) => {
          leg[passed](context, view, { strong: 1, width: WIDTH.strong });
          places(context, view, dots.along(view, passed));
        });
      } else below.redraw();
    });
    // A canvas is large: the second one is made when there is something to draw on it.
    stage.watch("paint", ({ at, leg: chosen }) => at || chosen, (front) => {
      if (front !== null && !map.hasLayer(above)) above.addTo(map);
      else above.redraw();
    });
    stage.watch("paint", ({ theme }) => theme, (theme, before) => before && [below, above].forEach((canvas) => canvas.redraw()));
    const inView = seen(stage, courses, Boolean(together));
    const legs = () => inView(below.view());
    return {
      view: () => below.view(), legs, pixels: () => legs().flat(),
      points: () => {
        const [fresh, scale] = [sparse(), below.view()?.scale || 0];
        return dots.all.filter(({ place }) => !together || fresh(place[0] * scale, place[1] * scale, 0)).map(({ at }) => at);
      },
    };
  };
})(window.L);
