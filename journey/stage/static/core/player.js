/* Plays the journey: a moment that moves, a vehicle that glides, the way travelled drawn solid. */
// needs: arithmetic/pace
(function (L) {
  "use strict";

  const { pace } = L.journey;
  const WHOLE = 36000; // milliseconds that the whole takes in true time at single speed
  const REST = 1800; // milliseconds of halt at the end of a leg at the least
  const STILL = 1000; // milliseconds between two positions for those who want no motion

  // Options: legs, modes, colour(mode), still() whether motion is unwanted, words(leg) that there are to read. Fires on the map
  // "journey:moment" {leg, part, at, km, seconds}, "journey:playing" {playing} and "journey:pacing" {pacing}.
  // Returns {play, pause, toggle, playing, seek(moment), share(pacing, whole), moment, wholes, step(by), restart,
  // pace(name), pacing, speed(times), begun, repaint, remove}.
  L.journey.player = (map, options) => {
    const { legs, modes } = options;
    const pacings = { story: pace.story(legs), truth: pace.truth(legs) };
    const turn = pace.turn(legs.length);
    let pacing = "story";
    let speed = 1;
    let moment = { leg: 0, part: 0 };
    let frame = 0;
    let last = 0;
    let rest = 0;
    let moved = false;

    map.createPane("vehicle").style.zIndex = 660;
    const icon = (leg) => L.divIcon({ className: "jm-vehicle", html: modes[leg.mode].icon, iconSize: [34, 34] });
    const vehicle = L.marker(legs[0].points[0], { icon: icon(legs[0]), pane: "vehicle", interactive: false, keyboard: false });
    let shownLeg = 0;

    const ended = () => moment.leg === legs.length - 1 && moment.part >= 1;
    const playing = () => frame !== 0;

    const tell = () => {
      const leg = legs[moment.leg];
      const { at, km, index } = pace.place(leg, moment.part);
      if (!moved) {
        moved = true;
        vehicle.addTo(map);
      }
      // On the copy of the world that is in view.
      vehicle.setLatLng([at[0], at[1] + 360 * Math.round((map.getCenter().lng - at[1]) / 360)]);
      if (shownLeg !== moment.leg) vehicle.setIcon(icon(leg));
      shownLeg = moment.leg;
      paint();
      map.fire("journey:moment", { ...moment, at, km, index, seconds: pace.elapsed(legs, moment) });
    };
    const paint = () => {
      const element = vehicle.getElement();
      if (element) element.style.setProperty("--ink", options.colour(legs[moment.leg].mode));
    };

    const stop = () => {
      cancelAnimationFrame(frame);
      frame = 0;
      map.fire("journey:playing", { playing: false });
    };

    // Moves the moment by `time` milliseconds; at the end of a leg it rests first.
    const advance = (time) => {
      if (rest > 0) {
        rest -= time * speed;
        if (rest > 0) return;
        moment = { leg: moment.leg + 1, part: 0 };
        return;
      }
      const share = pacings[pacing].shares[moment.leg];
      const lasts = pacing === "story" ? turn : share * WHOLE;
      const part = lasts > 0 ? moment.part + (time * speed) / lasts : 1;
      moment = { leg: moment.leg, part: Math.min(part, 1) };
      // A halt until the card can have been read; shorter where there are very many legs.
      const read = Math.max(REST, pace.reading(options.words(legs[moment.leg])) - lasts) * (turn / pace.turn(1));
      if (part >= 1 && !ended()) rest = read;
    };

    const tick = (now) => {
      const gone = now - last;
      if (!options.still() || gone >= STILL) {
        advance(Math.min(gone, options.still() ? STILL : 100));
        last = now;
        tell();
      }
      if (ended()) stop();
      else frame = requestAnimationFrame(tick);
    };

    const play = () => {
      if (playing()) return;
      if (ended()) moment = { leg: 0, part: 0 };
      rest = 0;
      last = performance.now();
      frame = requestAnimationFrame(tick);
      map.fire("journey:playing", { playing: true });
    };
    const pause = () => { if (playing()) stop(); };
    const seek = (next) => {
      const leg = pace.clamp(Math.round(next.leg), 0, legs.length - 1);
      moment = { leg, part: pace.clamp(next.part, 0, 1) };
      rest = 0;
      tell();
    };

    return {
      play,
      pause,
      toggle: () => (playing() ? pause() : play()),
      playing,
      seek,
      // To a share of the whole, 0..1, as that pacing divides it.
      share: (name, whole) => seek(pacings[name].at(whole)),
      moment: () => moment,
      wholes: () => ({ story: pacings.story.of(moment), truth: pacings.truth.of(moment) }),
      // To the start of the next leg or of this one, or of the one before when at its start.
      step: (by) => {
        if (by < 0 && moment.part > 0.02) seek({ leg: moment.leg, part: 0 });
        else if (by > 0 && moment.leg === legs.length - 1) seek({ leg: moment.leg, part: 1 });
        else seek({ leg: moment.leg + by, part: 0 });
      },
      restart: () => seek({ leg: 0, part: 0 }),
      pace: (name) => {
        pacing = name in pacings ? name : "story";
        map.fire("journey:pacing", { pacing });
      },
      pacing: () => pacing,
      speed: (times) => { speed = times; },
      begun: () => moved,
      repaint: paint,
      remove: () => {
        cancelAnimationFrame(frame);
        frame = 0;
        vehicle.remove();
      },
    };
  };
})(window.L);
