/* The legs on the map: each in its mode's colour and dash, filled where known, hollow where assumed. */
// needs: map/course map/sheet
(function (L) {
  "use strict";

  const { Sheet, mercator, turns } = L.journey.sheet;
  const WIDTH = 5; // pixels
  const WIDER = 1.5; // pixels that the chosen leg is wider
  const HALO = 4; // pixels of paper around a line
  const REACH = 9; // pixels from a line at which it is meant
  const RADIUS = { stop: 3, end: 5.5 }; // pixels
  const APART = 7; // pixels between two stops that are both drawn

  // Options: legs, ends, modes, hollow {basis: pixels of paper inside the line}, colour(mode), tip(leg) and stopTip(stop) giving elements, onPick(index).
  // Returns {show() once the map has its view, mark(index | null), travelled({leg, index, at}), repaint(colours), courses, lines(), points(), remove()}.
  L.journey.route = (map, options) => {
    map.createPane("route").style.zIndex = 400;
    const courses = options.legs.map((leg) => L.journey.course(leg.points));
    const dot = (stop, leg, kind) => ({ stop, leg, radius: RADIUS[kind], place: mercator(...stop.at) });
    const dots = [
      ...options.ends.map((end) => dot(end, end.leg, "end")),
      ...options.legs.flatMap((leg, i) => leg.stops.map((stop) => dot(stop, i, "stop"))),
    ];
    const along = Object.fromEntries(options.legs.map((leg) => [leg.id, []])); // the dots of each leg
    dots.forEach((one) => (one.stop.legs || [options.legs[one.leg].id]).forEach((id) => along[id].push(one)));
    let colours = {};
    let chosen = null;
    let reached = null; // {leg, index, at}: the leg travelled on, its last point passed, and where on it

    // Draws a leg's line, or the part of it up to a point.
    const line = (context, view, index, { strong, wide = 0, halo = true, last, at }) => {
      const leg = options.legs[index];
      const stroke = (style, width, dash, alpha) => {
        Object.assign(context, { strokeStyle: style, lineWidth: width, globalAlpha: alpha, lineCap: "butt" });
        context.setLineDash(dash);
        context.stroke();
      };
      context.beginPath();
      courses[index].trace(context, view, last, at);
      if (halo) stroke(colours.halo, WIDTH + HALO + wide, [], strong < 1 ? 0.5 : 0.95);
      stroke(options.colour(leg.mode), WIDTH + wide, (options.modes[leg.mode].dash || "").split(" ").filter(Boolean).map(Number), strong);
      if (options.hollow[leg.basis]) stroke(colours.paper, options.hollow[leg.basis], [], 1);
      context.globalAlpha = 1;
    };

    const spots = (view, { place: [x, y] }) =>
      turns(view, x, x).map((turn) => [(x + turn) * view.scale - view.x, y * view.scale - view.y]);
    const stops = (context, view, shown) => {
      context.setLineDash([]);
      Object.assign(context, { fillStyle: colours.paper, lineWidth: 1.6 });
      let [px, py] = [NaN, NaN];
      shown.forEach((one) => spots(view, one).forEach(([x, y]) => {
        if (Math.hypot(x - px, y - py) < APART && !one.stop.outer) return;
        [px, py] = [x, y];
        context.strokeStyle = options.colour(options.legs[one.leg].mode);
        context.beginPath();
        context.arc(x, y, one.radius, 0, 2 * Math.PI);
        context.fill();
        context.stroke();
      }));
    };

    // How strong a leg is drawn: pale where it lies ahead, or where another one is chosen.
    const strength = (index) => {
      if (reached) return index < reached.leg ? 1 : 0.4;
      return chosen !== null ? 0.55 : 1;
    };
    const front = () => (reached ? reached.leg : chosen);

    // Below lie all legs; above the one that is travelled on or chosen, drawn again at every step.
    const below = new Sheet({ pane: "route", draw: (context, view) => {
      options.legs.forEach((_, index) => line(context, view, index, { strong: strength(index) }));
      stops(context, view, dots);
    } });
    const above = new Sheet({ pane: "route", draw: (context, view) => {
      const index = front();
      if (index === null) return;
      line(context, view, index, { strong: reached ? 0.4 : 1, wide: WIDER });
      if (reached) line(context, view, index, { strong: 1, wide: WIDER, halo: false, last: reached.index, at: reached.at });
      stops(context, view, along[options.legs[index].id]);
    } });
    let ready = false;
    const lift = () => {
      // A sheet is large: the second one is made when there is something to draw on it.
      if (ready && front() !== null && !map.hasLayer(above)) above.addTo(map);
      else above.redraw();
    };
    const paint = () => {
      below.redraw();
      lift();
    };

    // The stop or leg at a point of the map, in container pixels: {leg, stop | null}, or null.
    const under = (point) => {
      const view = below.view();
      if (!view) return null;
      const { x, y } = map.containerPointToLayerPoint(point).add(map.getPixelOrigin()).subtract([view.x, view.y]);
      const stop = dots.find((one) => spots(view, one).some(([a, b]) => Math.hypot(a - x, b - y) <= one.radius + 4));
      if (stop) return stop;
      let [leg, least] = [-1, REACH];
      courses.forEach((course, index) => {
        const gap = course.distance(view, x, y);
        if (gap <= least) [leg, least] = [index, gap];
      });
      return leg < 0 ? null : { leg, stop: null };
    };

    const tip = L.tooltip({ className: "jm-tip", direction: "top", offset: [0, -8] });
    let shown = null; // what the tip is about
    const leave = () => {
      shown = null;
      tip.remove();
      map.getContainer().classList.remove("jm-over");
    };
    const onMove = (event) => {
      const found = map._animatingZoom || event.originalEvent.buttons ? null : under(event.containerPoint);
      if (!found) {
        if (shown) leave();
        return;
      }
      const about = found.stop || found.leg;
      if (shown !== about) tip.setContent(found.stop ? options.stopTip(found.stop) : options.tip(options.legs[found.leg]));
      shown = about;
      map.getContainer().classList.add("jm-over");
      tip.setLatLng(event.latlng).addTo(map);
    };
    const onClick = (event) => {
      const found = under(event.containerPoint);
      if (found) options.onPick(found.leg);
    };
    map.on("mousemove", onMove).on("mouseout zoomstart dragstart", leave).on("click", onClick);

    return {
      // The way travelled is drawn over the leg it is on; the legs before are whole, those after pale.
      travelled: (next) => {
        const step = reached && next.leg === reached.leg + 1;
        const same = reached && next.leg === reached.leg;
        reached = next;
        if (step) below.add((context, view) => line(context, view, next.leg - 1, { strong: 1 }));
        else if (!same) below.redraw();
        lift();
      },
      mark: (index) => {
        const rest = (chosen === null) === (index === null) || reached;
        chosen = index;
        if (rest) lift();
        else paint();
      },
      repaint: (next) => { colours = next; paint(); },
      courses,
      points: () => dots.map(({ stop }) => stop.at),
      // What of the lines is in view, as lines of {x, y} in pixels of the container.
      lines: () => {
        const view = below.view();
        if (!view) return [];
        const corner = map.getPixelOrigin().add(map.containerPointToLayerPoint([0, 0]));
        const [dx, dy] = [view.x - corner.x, view.y - corner.y];
        return courses.flatMap((course) => course.runs(view).map(({ x, y }) => x.map((px, k) => ({ x: px + dx, y: y[k] + dy }))));
      },
      show: () => {
        ready = true;
        below.addTo(map);
        lift();
      },
      remove: () => {
        map.off("mousemove", onMove).off("mouseout zoomstart dragstart", leave).off("click", onClick);
        leave();
        [below, above].forEach((sheet) => sheet.remove());
      },
    };
  };
})(window.L);
