/* The camera: goes where the state aims at, and lets go when the viewer moves the map. */
// needs: arithmetic/arithmetic core/actions map/frame map/margins map/pilot map/poles map/target
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
    let [south, west, north, east] = [Infinity, Infinity, -Infinity, -Infinity];
    legs.forEach(({ points }) => points.forEach(([lat, lon]) => {
      south = Math.min(south, lat);
      west = Math.min(west, lon);
      north = Math.max(north, lat);
      east = Math.max(east, lon);
    }));
    return (rung, leg, gone) => {
      if (rung === "close" && close >= 0) return L.latLngBounds(closeUp?.box && !gone ? closeUp.box : legs[close].points);
      return L.latLngBounds(rung === "leg" ? legs[leg].points : [[south, west], [north, east]]);
    };
  };

  // The ends of the legs of a rung, but for what is seen from near, where the line goes on.
  /** @type {(tale: Tale, rung: Rung, leg: number) => Point[]} */
  const endsOf = ({ legs }, rung, leg) => (rung === "close" ? [] : rung === "leg" ? [legs[leg]] : legs)
    .flatMap(({ points }) => [points[0], points[points.length - 1]]);

  L.journey.lens = (stage) => {
    const { map, tale } = stage;
    const { loosen } = L.journey.actions;
    const boxOf = boxes(tale);
    const limit = L.journey.poles(stage, boxOf("whole", 0, false));
    stage.part(L.journey.target);
    const { fly, cut, stop } = stage.part(L.journey.pilot);
    let waiting = false;

    // To a view, in one flight once the map can be seen.
    /** @type {(centre: L.LatLng, zoom: number, atOnce: boolean) => void} */
    const go = (centre, zoom, atOnce) => {
      limit(zoom);
      const there = map._limitCenter(centre, zoom, map.options.maxBounds);
      (atOnce || stage.now().drawn === "route" ? cut : fly)(there, zoom);
    };
    // Leaflet is deaf while it zooms by a viewer's hand, so what is asked for then waits until it rests.
    /** @type {(atOnce: boolean) => void} */
    const fit = (atOnce) => {
      const { aim: { to }, leg } = stage.now();
      waiting = Boolean(map._animatingZoom);
      if (waiting || typeof to !== "string") return;
      const seen = leg ?? stage.view().moment.leg;
      const box = boxOf(to, seen, beyond(stage.view()));
      go(...frame(map, box, margins(stage), CLOSEST[to], endsOf(tale, to, seen)), atOnce);
    };
    // The world fills the map, and no farther out can be gone, so that no edge of it is ever in sight; but where all of the route
    // needs it, its height alone does, or not even that.
    const resize = () => {
      if (stage.now().drawn === "none") return;
      const { x, y } = map.getSize();
      map.options.minZoom = 0;
      const [, all] = frame(map, boxOf("whole", 0, false), margins(stage), MAX_ZOOM, endsOf(tale, "whole", 0));
      const least = Math.min(all, Math.max(...[y - stage.size("strip").h, x].map(arithmetic.zoomToFill)));
      limit(Math.max(least, map.getZoom()));
      // Leaflet would begin a flight from where the map is, and end it after the map has been fitted.
      if (map.getZoom() < least) map.setView(map.getCenter(), least, { animate: false });
      map.setMinZoom(least);
      fit(true);
    };
    map.setMaxZoom(MAX_ZOOM);
    stage.on(map, "dragstart", () => stage.act(loosen));
    stage.on(map, "moveend", () => { if (waiting) fit(false); });
    stage.on(map, "resize", resize);
    // A panel that grew or shrank stands beside the route.
    stage.watch("paint", ({ open }) => `${open.diagram} ${open.legend}`, resize);
    // So it does above the timeline, which grows once no time is a secret.
    stage.watch("paint", ({ hushed }) => hushed.length > 0, (_, before) => { if (before !== undefined) fit(false); });
    // Where text is read beside the map, the route stands beside the text; text that only moved did so with the map's size.
    stage.watch("paint", ({ text }) => text, (text, before) => { if (before !== undefined) fit(Boolean(text && before)); });
    stage.watch("paint", ({ aim }) => aim, ({ to, cut: atOnce }, before) => {
      if (Array.isArray(to)) go(L.latLng(to[0], to[1]), to[2], atOnce);
      else if (to === null) stop();
      else if (before) fit(atOnce);
    });
    // Once the traveller leaves what is seen from near, the view opens.
    stage.watch("paint", (state, view) => beyond(view), (out, before) => {
      if (before !== undefined && stage.now().aim.to === "close") fit(false);
    });
  };
})(window.L);
