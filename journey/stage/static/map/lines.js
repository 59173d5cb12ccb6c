/* The legs on the map: each in its mode's colour and dash, filled where known, hollow where assumed. */
// needs: map/canvas map/pane
/** @typedef {import("../arithmetic/mercator.js").Window} Window
 * @typedef {import("./canvas.js").Draw} Draw
 * @typedef {import("./course.js").Course} Course
 * @typedef {import("./dots.js").Dot} Dot
 * @typedef {import("./dots.js").Dots} Dots
 * @typedef {{strong: number, wide?: number, halo?: boolean, last?: number, at?: Point}} Stroke
 * @typedef {{view(): Window | undefined, pixels(): {x: number, y: number}[][]}} Lines
 * @typedef {{lines: (stage: Stage, courses: Course[], dots: Dots) => Lines}} Gives */
(function (L) {
  "use strict";

  const WIDTH = 4.2; // pixels
  const WIDER = 1.5; // pixels that the chosen leg is wider
  const HALO = 3.2; // pixels of paper around a line
  const APART = 7; // pixels between two stops that are both drawn
  const BROKEN = [2, 2]; // pixels of ring and gap around a place that is not the one used

  // Draws a leg's line, or the part of it up to a point.
  /** @type {(stage: Stage, course: Course, index: number) => (context: CanvasRenderingContext2D, view: Window, how: Stroke) => void} */
  const line = (stage, course, index) => (context, view, { strong, wide = 0, halo = true, last, at }) => {
    const { data, legs } = stage.tale;
    const { colours, colour } = stage.view();
    const { mode, basis } = legs[index];
    /** @type {(style: string, width: number, dash: number[], alpha: number) => void} */
    const stroke = (style, width, dash, alpha) => {
      Object.assign(context, { strokeStyle: style, lineWidth: width, globalAlpha: alpha, lineCap: "butt" });
      context.setLineDash(dash);
      context.stroke();
    };
    context.beginPath();
    course.trace(context, view, last, at);
    if (halo) stroke(colours.halo, WIDTH + HALO + wide, [], strong < 1 ? 0.5 : 0.95);
    stroke(colour(mode), WIDTH + wide, (data.modes[mode].dash || "").split(" ").filter(Boolean).map(Number), strong);
    if (data.hollow[basis]) stroke(colours.paper, data.hollow[basis] * (WIDTH + wide), [], 1);
    context.globalAlpha = 1;
  };

  // Draws dots, but none that would touch the one before.
  /** @type {(stage: Stage, dots: Dots) => (context: CanvasRenderingContext2D, view: Window, shown: Dot[]) => void} */
  const stops = (stage, dots) => (context, view, shown) => {
    const { colours, colour } = stage.view();
    Object.assign(context, { fillStyle: colours.paper, lineWidth: 1.6 });
    let [px, py] = [NaN, NaN];
    shown.forEach((one) => dots.spots(view, one).forEach(([x, y]) => {
      if (Math.hypot(x - px, y - py) < APART && !one.stop.outer) return;
      [px, py] = [x, y];
      context.strokeStyle = colour(stage.tale.legs[one.leg].mode);
      context.setLineDash(one.stop.off === undefined ? [] : BROKEN);
      context.beginPath();
      context.arc(x, y, one.radius, 0, 2 * Math.PI);
      context.fill();
      context.stroke();
    }));
  };

  // Returns {view() what the canvas shows, once the map has its view, pixels() what of the lines is in view, in the container}.
  L.journey.lines = (stage, courses, dots) => {
    const { map, now } = stage;
    L.journey.pane(stage, "route", 400);
    const leg = courses.map((course, index) => line(stage, course, index));
    const places = stops(stage, dots);
    // How strong a leg is drawn: pale where it lies ahead, or where another one is chosen.
    /** @type {(index: number) => number} */
    const strength = (index) => {
      const { at, leg: chosen } = now();
      if (at) return index < at.leg ? 1 : 0.4;
      return chosen === null ? 1 : 0.55;
    };
    // Below lie all legs; above the one that is travelled on or chosen, drawn again at every step.
    const below = new L.journey.canvas({ pane: "route", draw: /** @type {Draw} */ ((context, view) => {
      leg.forEach((draw, index) => draw(context, view, { strong: strength(index) }));
      places(context, view, dots.all);
    }) });
    const above = new L.journey.canvas({ pane: "route", draw: /** @type {Draw} */ ((context, view) => {
      const { at, leg: chosen } = now();
      const front = at ? at.leg : chosen;
      if (front === null) return;
      leg[front](context, view, { strong: at ? 0.4 : 1, wide: WIDER });
      const { place } = stage.view();
      if (at) leg[front](context, view, { strong: 1, wide: WIDER, halo: false, last: place.index, at: place.at });
      places(context, view, dots.along[front]);
    }) });
    stage.add(() => [below, above].forEach((canvas) => canvas.remove()));

    // The way travelled is drawn over the leg it is on; the legs before are whole, those after pale.
    stage.watch("paint", ({ at, leg: chosen }) => (at ? at.leg : chosen === null), (next, passed) => {
      if (passed === undefined) below.addTo(map);
      else if (typeof passed === "number" && next === passed + 1) below.add((context, view) => leg[passed](context, view, { strong: 1 }));
      else below.redraw();
    });
    // A canvas is large: the second one is made when there is something to draw on it.
    stage.watch("paint", ({ at, leg: chosen }) => at || chosen, (front) => {
      if (front !== null && !map.hasLayer(above)) above.addTo(map);
      else above.redraw();
    });
    stage.watch("paint", ({ theme }) => theme, (theme, before) => before && [below, above].forEach((canvas) => canvas.redraw()));
    return {
      view: () => below.view(),
      pixels: () => {
        const view = below.view();
        if (!view) return [];
        const corner = map.getPixelOrigin().add(map.containerPointToLayerPoint([0, 0]));
        const [dx, dy] = [view.x - corner.x, view.y - corner.y];
        return courses.flatMap((course) => course.runs(view).map(({ x, y }) => x.map((px, k) => ({ x: px + dx, y: y[k] + dy }))));
      },
    };
  };
})(window.L);
