/* Flies the camera: from where it is to another view, frame by frame. */
// needs: arithmetic/flight core/actions map/margins
/** What a flight is to those who draw along: where it comes from and leads to, whether that is far nearer or farther, when it takes
 * off, in milliseconds, and what is seen `milliseconds` later than now.
 * @typedef {import("../arithmetic/flight.js").Sight} Sight
 * @typedef {{from: Sight, to: Sight, far: boolean, wait: number, ahead(milliseconds: number): Sight}} Flown
 * @typedef {{path: import("../arithmetic/flight.js").Path, lasts: number, slope: number, gone: number, last: number | null}} Begun
 * @typedef {{w: number, dx: number, dy: number, below: number}} Free
 * @typedef {Begun & {free: Free, end(): void}} Flight
 * @typedef {{pilot: (stage: Stage) => {fly(centre: L.LatLng, zoom: number): void, cut(centre: L.LatLng, zoom: number): void, stop(): void}}} Gives */
(function (L) {
  "use strict";

  const { path: way, lasts: time, eased } = L.journey.flight;
  const LONGEST = 50; // milliseconds that a frame counts at the most, so that a slow machine flies on and does not jump
  const FASTEST = 3; // times the mean speed, at which a flight may begin where it goes on from another one
  const FAR = 8; // times nearer or farther, from which a flight shows where it leads to
  const [WAIT, STILL] = [200, 600]; // milliseconds for that, before it takes off, and before a cut where motion is unwanted
  const [NOTHING, STEP] = [0.005, 1e-3]; // length of a way that is none; a part of the time, for speeds

  // What the panels leave of the map: how wide that is, how far its middle is off that of the map, and the timeline below, in pixels.
  /** @type {(stage: Stage) => Free} */
  const freeOf = (stage) => {
    const { x: [west, east], y: [north, south] } = L.journey.margins(stage);
    return { w: stage.map.getSize().x - west - east, dx: (west - east) / 2, dy: (north - south) / 2, below: stage.size("strip").h };
  };

  // A view of the map, as the sight of what is free of it.
  /** @type {(map: L.Map, free: Free, centre: L.LatLng, zoom: number) => Sight} */
  const sight = (map, { w, dx, dy }, centre, zoom) => {
    const [{ x, y }, side] = [map.project(centre, zoom), 256 * 2 ** zoom];
    return { x: (x + dx) / side, y: (y + dy) / side, w: w / side };
  };

  // The same of all of the map.
  /** @type {(map: L.Map, free: Free, sight: Sight) => Sight} */
  const whole = (map, { w: wide, dx, dy }, { x, y, w }) => (
    { x: x - (dx * w) / wide, y: y - (dy * w) / wide, w: (w * map.getSize().x) / wide });

  /** @type {(flight: Begun, gone?: number) => Sight} */
  const at = (flight, gone = flight.gone) => flight.path.at(eased(Math.max(0, Math.min(1, gone / flight.lasts)), flight.slope));

  // How fast a flight is, in length a millisecond: below 0 where it comes nearer.
  /** @type {(flight: Begun) => number} */
  const speed = (flight) => {
    const part = Math.max(0, flight.gone) / flight.lasts;
    const nearer = at(flight, flight.gone + 1).w < at(flight).w;
    const gone = ((eased(part + STEP, flight.slope) - eased(part, flight.slope)) / STEP) * (flight.path.length / flight.lasts);
    return nearer ? -gone : gone;
  };

  // A flight along a path, which goes on at the speed of the one that it takes over from.
  /** @type {(path: Begun["path"], from: Sight, to: Sight, before: Begun | null) => Begun} */
  const taken = (path, from, to, before) => {
    const nearer = to.w < from.w;
    const lasts = time(path.length);
    const now = before ? speed(before) : 0;
    const slope = Math.max(0, Math.min(FASTEST, ((nearer ? -now : now) * lasts) / path.length));
    const wait = !before && from.w > FAR * to.w ? WAIT : 0;
    return { path, lasts, slope, gone: -wait, last: before && before.last };
  };

  // Where a flight to a view begins and ends, on the nearest copy of the world.
  /** @type {(map: L.Map, free: Free, centre: L.LatLng, zoom: number) => [Sight, Sight]} */
  const ends = (map, free, centre, zoom) => {
    const [from, to] = [sight(map, free, map.getCenter(), map.getZoom()), sight(map, free, centre, zoom)];
    return [from, { ...to, x: to.x + Math.round(from.x - to.x) }];
  };

  /** @type {(map: L.Map, free: Free, from: Sight, to: Sight, flight?: Begun) => Flown} */
  const flown = (map, free, from, to, flight) => ({
    from: whole(map, free, from), to: whole(map, free, to), far: Math.max(from.w / to.w, to.w / from.w) > FAR,
    wait: flight ? -flight.gone : from.w > FAR * to.w ? STILL : 0,
    ahead: (later) => whole(map, free, flight ? at(flight, flight.gone + later) : to),
  });

  // The middle and the zoom at which the map shows a sight, but nothing beyond the Mercator square; what the timeline covers below
  // it is not seen anyway.
  /** @type {(map: L.Map, free: Free, sight: Sight) => [L.LatLng, number]} */
  const shown = (map, free, { x, y, w }) => {
    const high = map.getSize().y;
    const zoom = Math.max(map.getMinZoom(), Math.log2(free.w / (256 * w)));
    const side = 256 * 2 ** zoom;
    const middle = Math.max(high / 2, Math.min(side + free.below - high / 2, y * side - free.dy));
    return [map.unproject(L.point(x * side - free.dx, middle), zoom), zoom];
  };

  // Shows what is coming for a moment, and then goes there. Returns what calls that off.
  /** @type {(stage: Stage, told: Flown, go: () => void) => () => void} */
  const announced = ({ map, after }, told, go) => {
    map.fire("journey:coming", { flown: told });
    const end = after(told.wait, go);
    return () => {
      end();
      map.fire("journey:coming");
    };
  };

  // Calls ended() whenever anybody moves the map but by what is returned, which calls act().
  /** @type {(stage: Stage, ended: () => void) => (act: () => void) => void} */
  const steering = (stage, ended) => {
    let own = false;
    stage.on(stage.map, "movestart zoomstart", () => { if (!own) ended(); });
    return (act) => {
      own = true;
      act();
      own = false;
    };
  };

  // Returns {fly(centre, zoom) from wherever the map is, also from within a flight, cut(centre, zoom) there at once, and stop(),
  // which ends a flight where it is}. The map fires "journey:flight" with what is flown, and without when that is over; where motion
  // is unwanted it is "journey:coming", before a cut to what is far nearer.
  L.journey.pilot = (stage) => {
    const { map } = stage;
    /** @type {Flight | null} */
    let flight = null;
    let callOff = () => {};
    // Nothing acts while the stage paints, which is when a flight begins.
    const tell = () => queueMicrotask(() => stage.act(L.journey.actions.fly, flight ? flight.lasts - Math.min(0, flight.gone) : 0));
    const over = () => {
      callOff();
      callOff = () => {};
      if (!flight) return;
      flight.end();
      flight = null;
      map.fire("journey:flight");
      tell();
    };
    const moving = steering(stage, over);
    const stop = () => {
      const flew = flight;
      over();
      if (flew) moving(() => map._moveEnd(true));
    };
    const cut = (/** @type {L.LatLng} */ centre, /** @type {number} */ zoom) => {
      over();
      moving(() => map.setView(centre, zoom, { animate: false }));
    };
    const land = () => {
      if (!flight) return;
      const { path, free } = flight;
      moving(() => map._move(...shown(map, free, path.at(1))));
      stop();
    };
    const step = (/** @type {number} */ now) => {
      const one = /** @type {Flight} */ (flight);
      one.gone += Math.min(LONGEST, now - (one.last ?? now));
      one.last = now;
      if (one.gone >= one.lasts) return land();
      if (one.gone > 0) moving(() => map._move(...shown(map, one.free, at(one)), { flyTo: true }));
      if (flight === one) one.end = stage.frame(step);
    };
    const fly = (/** @type {L.LatLng} */ centre, /** @type {number} */ zoom) => {
      const free = freeOf(stage);
      const [from, to] = ends(map, free, centre, zoom);
      const path = way(from, to, free.w / (256 * 2 ** map.getMinZoom()));
      const [told, { still }, before] = [flown(map, free, from, to), stage.now(), flight];
      if (document.hidden || path.length < NOTHING || (still && !told.wait)) return cut(centre, zoom);
      callOff();
      if (still) {
        callOff = announced(stage, told, () => cut(centre, zoom));
        return;
      }
      before?.end();
      flight = { ...taken(path, from, to, before), free, end: stage.frame(step) };
      map.fire("journey:flight", { flown: flown(map, free, from, to, flight) });
      if (!before) moving(() => map._moveStart(true));
      tell();
    };
    stage.on(document, "visibilitychange", () => { if (document.hidden) land(); }); // It gets no more frames.
    return { fly, cut, stop };
  };
})(window.L);
