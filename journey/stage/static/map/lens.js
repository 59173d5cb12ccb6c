/* The camera: goes where the state aims at, and lets go when the viewer moves the map. */
// needs: arithmetic/arithmetic core/actions map/frame map/margins map/poles
/** @typedef {{lens: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  const { arithmetic, frame, margins } = L.journey;
  const MAX_ZOOM = 18;
  const CLOSEST = { whole: 16, leg: 16, close: 17 }; // zooms that a rung goes to at the most

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
    const limit = L.journey.poles(stage);
    let waiting = false;

    // Leaflet is deaf while it zooms, so what is asked for then waits until it rests.
    /** @type {(cut: boolean) => void} */
    const fit = (cut) => {
      const { aim: { to }, leg, still, drawn } = stage.now();
      waiting = Boolean(map._animatingZoom);
      if (waiting || typeof to !== "string") return;
      const animate = !cut && !still && drawn !== "route";
      const [centre, zoom] = frame(map, boxOf(to, leg ?? stage.view().moment.leg, beyond(stage.view())), margins(stage), CLOSEST[to]);
      limit(zoom);
      map.setView(centre, zoom, { animate });
    };
    // The world fills the map, and no farther out can be gone, so that no edge of it is ever in sight; but its height alone does
    // where all of the route needs it.
    const resize = () => {
      if (stage.now().drawn === "none") return;
      const { x, y } = map.getSize();
      map.options.minZoom = 0;
      const [, all] = frame(map, boxOf("whole", 0, false), margins(stage), MAX_ZOOM);
      const least = Math.max(arithmetic.zoomToFill(y - stage.size("strip").h), Math.min(all, arithmetic.zoomToFill(x)));
      limit(Math.max(least, map.getZoom()));
      // Leaflet would begin a flight from where the map is, and end it after the map has been fitted.
      if (map.getZoom() < least) map.setView(map.getCenter(), least, { animate: false });
      map.setMinZoom(least);
      fit(true);
    };
    map.setMaxZoom(MAX_ZOOM);
    stage.on(map, "dragstart", () => stage.act(loosen));
    stage.on(box, "wheel", () => stage.act(loosen), { passive: true });
    stage.on(map, "moveend", () => { if (waiting) fit(false); });
    stage.on(map, "resize", resize);
    // A panel that grew or shrank stands beside the route.
    stage.watch("paint", ({ open }) => `${open.diagram} ${open.more} ${open.legend}`, resize);
    stage.watch("paint", ({ aim }) => aim, ({ to, cut }, before) => {
      if (Array.isArray(to)) {
        limit(to[2]);
        map.setView([to[0], to[1]], to[2], { animate: false });
      } else if (before) fit(cut);
    });
    // Once the traveller leaves what is seen from near, the view opens.
    stage.watch("paint", (state, view) => beyond(view), (out, before) => {
      if (before !== undefined && stage.now().aim.to === "close") fit(false);
    });
  };
})(window.L);
