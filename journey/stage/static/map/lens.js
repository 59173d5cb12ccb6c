/* The camera: goes where the state aims at, and lets go when the viewer moves the map. */
// needs: arithmetic/arithmetic core/actions
/** @typedef {{lens: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  const MAX_ZOOM = 18;
  const CLOSEST = { whole: 16, leg: 16, close: 17 }; // zooms that a rung goes to at the most
  // Pixels of map width from which the card stands beside the map.
  const WIDE = 760;
  // Pixels around the route, above and below, and at the sides, so that the vehicle and its place stay in sight.
  const [EDGE, ASIDE] = [26, 36];
  const LEAST = 110; // pixels of the map's height that the route has at the least, where that is no more than half of it
  const MARGIN = { wide: 24, narrow: 16, foot: 24 }; // pixels from the panels to the edges of the map, and to the timeline

  // What the panels leave of the map, as fitBounds takes it. A panel that is hidden takes nothing. An open legend stands beside the
  // route, and below it where the map is narrow.
  /** @type {(stage: Stage) => L.Padding} */
  const padding = ({ map, size, now }) => {
    const { leg, open } = now();
    const wide = map.getSize().x >= WIDE;
    const margin = wide ? MARGIN.wide : MARGIN.narrow;
    const [card, ladder, legend] = [size("card"), size("ladder"), size("legend")];
    const left = open.legend && wide ? margin + legend.w : 0;
    const right = leg !== null && wide && card.w ? margin + card.w : wide && size("zoom").w;
    const above = ladder.h ? margin + ladder.h : 0;
    const below = MARGIN.foot + (wide && open.legend ? size("ruler").h : Math.max(legend.h, size("ruler").h)) + (wide ? 0 : card.h);
    // Where that would leave next to nothing of the map, the route rather passes under the panels.
    const free = map.getSize().y - size("strip").h;
    const [top, bottom] = [above + EDGE, below + EDGE].map((part, i, all) => part * Math.min(1, (free - Math.min(free / 2, LEAST)) / (all[0] + all[1])));
    return { paddingTopLeft: [left + ASIDE, top], paddingBottomRight: [Number(right) + ASIDE, size("strip").h + bottom] };
  };

  // Whether the traveller is on the leg that is seen from near, and not where it is worth that.
  /** @type {(view: View) => boolean} */
  const beyond = ({ begun, moment, place, tale: { data: { closeUp }, close } }) =>
    begun && moment.leg === close && Boolean(closeUp?.box) && !L.latLngBounds(closeUp?.box || []).contains(place.at);

  // The box around a rung of the zoom ladder; that of a leg is the one that is chosen, or that is told. From near it is what is
  // worth that, or all of its leg once the traveller has left that.
  /** @type {(tale: Tale) => (rung: Rung, leg: number, beyond: boolean) => L.LatLngBounds} */
  const boxes = ({ legs, close, data: { closeUp } }) => {
    const all = legs.map(({ points }) => L.latLngBounds(points));
    const whole = all.reduce((sum, box) => sum.extend(box), L.latLngBounds([]));
    return (rung, leg, gone) => {
      if (rung === "close" && close >= 0) return closeUp?.box && !gone ? L.latLngBounds(closeUp.box) : all[close];
      return rung === "leg" ? all[leg] : whole;
    };
  };

  L.journey.lens = (stage) => {
    const { map, box } = stage;
    const { loosen } = L.journey.actions;
    const boxOf = boxes(stage.tale);
    let waiting = false;

    // Leaflet is deaf while it zooms, so what is asked for then waits until it rests.
    /** @type {(cut: boolean) => void} */
    const fit = (cut) => {
      const { aim: { to }, leg, still, drawn } = stage.now();
      waiting = Boolean(map._animatingZoom);
      if (waiting || typeof to !== "string") return;
      const animate = !cut && !still && drawn === "basemap";
      map.fitBounds(boxOf(to, leg ?? stage.view().moment.leg, beyond(stage.view())), { ...padding(stage), maxZoom: CLOSEST[to], animate });
    };
    // The world fills the map, and no farther out can be gone, so that no edge of it is ever in sight.
    const resize = () => {
      if (stage.now().drawn === "none") return;
      const { x, y } = map.getSize();
      const least = L.journey.arithmetic.zoomToFill(Math.max(x, y));
      // Leaflet would begin a flight from where the map is, and end it after the map has been fitted.
      if (map.getZoom() < least) map.setView(map.getCenter(), least, { animate: false });
      map.setMinZoom(least);
      fit(true);
    };
    map.setMaxZoom(MAX_ZOOM);
    map.setMaxBounds([[-85.05, -36000], [85.05, 36000]]);
    stage.on(map, "dragstart", () => stage.act(loosen));
    stage.on(box, "wheel", () => stage.act(loosen), { passive: true });
    stage.on(map, "moveend", () => { if (waiting) fit(false); });
    stage.on(map, "resize", resize);
    // A panel that grew or shrank stands beside the route.
    stage.watch("paint", ({ open }) => `${open.diagram} ${open.more} ${open.legend}`, resize);
    stage.watch("paint", ({ aim }) => aim, ({ to, cut }, before) => {
      if (Array.isArray(to)) map.setView([to[0], to[1]], to[2], { animate: false });
      else if (before) fit(cut);
    });
    // Once the traveller leaves what is seen from near, the view opens.
    stage.watch("paint", (state, view) => beyond(view), (out, before) => {
      if (before !== undefined && stage.now().aim.to === "close") fit(false);
    });
  };
})(window.L);
