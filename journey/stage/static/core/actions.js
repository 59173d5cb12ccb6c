/* All that can be done to the stage: pure functions of its state and view that give what changes. */
// needs: arithmetic/pace
/** @typedef {{actions: Actions}} Gives */
(function (L) {
  "use strict";

  const { clamp } = L.journey.pace;
  const STEPPED = 0.02; // of a leg, beyond which a step back leads to its own start

  /** @type {(state: State) => boolean} */
  const held = ({ aim }) => typeof aim.to === "string";
  /** @type {(tale: Tale, leg: number | null) => Rung} */
  const rungOf = ({ close }, leg) => (leg === null ? "whole" : leg === close ? "close" : "leg");
  // The rung that the story is told on; legs that pass in a moment are no reason to fly about.
  /** @type {(tale: Tale, leg: number, pacing: Pacing) => Rung} */
  const home = (tale, leg, pacing) => (pacing === "story" && tale.calm ? rungOf(tale, leg) : "whole");
  /** @type {(to: Rung | Pose | null, cut?: boolean) => Partial<State>} */
  const aimed = (to, cut = false) => ({ aim: Object.freeze({ to, cut }) });
  // The camera goes along with the story to a leg, while the viewer has not let go of it.
  /** @type {(state: State, tale: Tale, leg: number, pacing?: Pacing) => Partial<State>} */
  const followed = (state, tale, leg, pacing = state.pacing) => {
    const next = home(tale, leg, pacing);
    return held(state) && (next !== state.aim.to || next === "leg") ? aimed(next) : {};
  };

  // At another moment; a leg that is entered is chosen, and one that is told again after the end is gone to.
  /** @type {(state: State, view: View, at: Moment, rest?: number) => Partial<State>} */
  const told = (state, { tale }, at, rest = 0) => ({
    at, rest, over: null,
    ...(at.leg === state.leg && state.over !== "end" ? {} : { leg: at.leg, ...followed(state, tale, at.leg) }),
  });
  /** @type {(view: View, leg: number, part: number) => Moment} */
  const within = ({ tale }, leg, part) => Object.freeze({ leg: clamp(Math.round(leg), 0, tale.legs.length - 1), part: clamp(part, 0, 1) });
  /** @type {(view: View, at: Moment) => boolean} */
  const ended = ({ tale }, at) => at.leg === tale.legs.length - 1 && at.part >= 1;
  // At the end of the last leg, with the whole route to be seen once more while the viewer has not let go of the camera.
  /** @type {(state: State, view: View) => Partial<State>} */
  const arrived = (state, view) => ({
    ...told(state, view, within(view, view.tale.legs.length - 1, 1)), over: "end", ...(held(state) ? aimed("whole") : {}),
  });
  // Where the story goes on: where nothing was told yet, at the leg that is chosen.
  /** @type {(state: State, view: View) => Moment | null} */
  const begun = (state, view) => state.at || (state.leg === null ? null : within(view, state.leg, 0));

  // A leg is chosen, or none; its own view is gone to, and a story that has begun goes on there.
  /** @type {(state: State, view: View, leg: number | null) => Partial<State>} */
  const chosen = (state, view, leg) => ({
    leg, over: null, ...aimed(rungOf(view.tale, leg)),
    ...(state.at && leg !== null && state.at.leg !== leg ? { at: within(view, leg, 0), rest: 0 } : {}),
  });

  /** @type {Actions} */
  const actions = {
    // Lets time pass, in milliseconds. True time passes evenly; a story rests at the end of a leg until its card can have been
    // read, and begins the next one once the camera is there.
    tick: (state, view, time) => {
      const { tale, moment: { leg, part } } = view;
      const division = tale.divisions[state.pacing];
      const there = division.of({ leg, part }) + (time * state.speed) / tale.lasts[state.pacing];
      if (state.pacing === "truth") return there < 1 ? told(state, view, Object.freeze(division.at(there))) : { ...arrived(state, view), playing: false };
      if (state.rest > 0) {
        const rest = state.rest - time * state.speed;
        return rest > 0 ? { rest } : told(state, view, within(view, leg + 1, 0));
      }
      if (state.flight) return { flight: Object.freeze({ ...state.flight, left: Math.max(state.flight.left - time, 0) }) };
      const next = within(view, leg, there < division.of({ leg, part: 1 }) ? division.at(there).part : 1);
      return ended(view, next) ? { ...arrived(state, view), playing: false } : told(state, view, next, next.part < 1 ? 0 : tale.rests[leg]);
    },
    // Plays from where it stands, at the end from the start again; `play` also goes to where that is.
    run: (state, view) => ({ playing: true, over: null, at: ended(view, view.moment) ? within(view, 0, 0) : view.moment }),
    play: (state, view) => {
      const at = begun(state, view) || view.moment;
      const from = ended(view, at) ? within(view, 0, 0) : at;
      return { playing: true, over: null, at: from, leg: from.leg, ...aimed(home(view.tale, from.leg, state.pacing)) };
    },
    pause: () => ({ playing: false }),
    toggle: (state, view) => (state.playing ? { playing: false } : actions.play(state, view)),
    speed: (state, view, speed) => ({ speed }),
    // Nothing rests in another pacing.
    pace: (state, view, pacing) => ({ pacing, rest: 0, ...(state.at ? followed(state, view.tale, state.at.leg, pacing) : {}) }),
    seek: (state, view, { leg, part }) => told(state, view, within(view, leg, part)),
    // A reader has come to a moment in the text, and with it to the view that belongs to it; null is where the story has not begun.
    read: (state, view, at) => {
      if (!at) return state.over === "opening" ? {} : { playing: false, at, rest: 0, leg: null, over: "opening", ...aimed("whole") };
      const next = within(view, at.leg, at.part);
      if (ended(view, next)) return state.over === "end" ? {} : { playing: false, ...arrived(state, view) };
      return { playing: false, ...(held(state) ? {} : aimed(home(view.tale, next.leg, state.pacing))), ...told(state, view, next) };
    },
    // To a share of the whole, 0..1, as a pacing or the timeline's bar divides it.
    scrub: (state, view, division, share) => ({ playing: false, ...told(state, view, Object.freeze(view.tale.divisions[division].at(share))) }),
    // To the start of the next leg or of this one, or of the one before when at its start.
    step: (state, view, by) => {
      const at = begun(state, view);
      if (!at) return told(state, view, within(view, 0, 0));
      if (by < 0 && at.part > STEPPED) return told(state, view, within(view, at.leg, 0));
      const last = by > 0 && at.leg === view.tale.legs.length - 1;
      return told(state, view, last ? within(view, at.leg, 1) : within(view, at.leg + by, 0));
    },
    // A viewer chooses a leg, or none.
    choose: (state, view, leg) => (leg === state.leg ? {} : {
      ...chosen(state, view, leg), visits: state.visits + 1,
      picks: state.heard ? { count: state.picks.count + 1, due: leg === null ? null : view.tale.legs[leg].id } : state.picks,
    }),
    pick: (state, view, leg) => actions.choose(state, view, leg === state.leg ? null : leg),
    turn: (state, view, by) => {
      const next = (state.leg === null ? -1 : state.leg) + by;
      return view.tale.legs[next] ? actions.choose(state, view, next) : {};
    },
    // The page around the stage chooses a leg by its id, unless the viewer has picked since the page last heard of a pick.
    // What was picked on a page that hears of picks is a step as much as what was picked here.
    page: (state, view, id, heard = state.picks.count) => {
      if (heard < state.picks.count) return {};
      const found = view.tale.legs.findIndex((leg) => leg.id === id);
      const leg = found < 0 ? null : found;
      const picks = { count: state.picks.count, due: undefined };
      if (state.drawn === "none") return { picks, leg, over: leg === null ? state.over : null };
      if (state.picks.due === id || leg === state.leg) return { picks };
      return { picks, ...chosen(state, view, leg), visits: state.visits + Number(state.heard) };
    },
    // The address says a moment and a view; null is what it does not say. Where it says nothing a stage opens with its opening.
    link: (state, view, { leg: id, part, pacing, view: to }) => {
      const found = view.tale.legs.findIndex((leg) => leg.id === id);
      const leg = found < 0 ? null : found;
      return {
        leg, pacing, ...aimed(to || rungOf(view.tale, leg), true),
        over: leg === null && pacing === "story" && !to && state.over === "opening" ? "opening" : null,
        ...(leg === state.leg ? {} : { playing: false }),
        // A leg without a moment begins, where another one is being told.
        ...(leg !== null && (part !== null || (state.at && state.at.leg !== leg)) ? { at: within(view, leg, part ?? 0), rest: 0 } : {}),
      };
    },
    // The same while it is shown, by a step back or forward: what the page around the stage chose before is out of date then.
    follow: (state, view, said) => {
      const linked = actions.link(state, view, said);
      const next = linked.aim ? { ...linked, ...aimed(linked.aim.to) } : linked;
      return next.leg === state.leg || !state.heard ? next : { ...next, picks: { count: state.picks.count + 1, due: said.leg } };
    },
    aim: (state, view, to) => (to === "leg" && state.leg === null ? actions.choose(state, view, 0) : { over: null, ...aimed(to) }),
    back: (state, view) => aimed(state.at ? home(view.tale, state.at.leg, state.pacing) : rungOf(view.tale, state.leg)),
    // The camera begins a flight of so many milliseconds, or is there (0).
    fly: (state, view, lasts) => ({ flight: lasts > 0 ? Object.freeze({ lasts, left: lasts }) : null }),
    // The viewer moves the map.
    loosen: (state) => (state.aim.to === null ? {} : aimed(null)),
    // Opens or shuts something; the other of both where it is not said.
    unfold: (state, view, name, yes = !state.open[name]) =>
      (state.open[name] === yes ? {} : { open: Object.freeze({ ...state.open, [name]: yes }) }),
    // Closes what is on top.
    escape: (state, view) => {
      const over = /** @type {const} */ (["help", "legend"]).find((name) => state.open[name]);
      if (over) return actions.unfold(state, view, over, false);
      if (state.over === "end") return { over: null };
      return state.open.more ? actions.unfold(state, view, "more", false) : actions.choose(state, view, null);
    },
    // Tells the story from its start, each leg alike.
    again: (state, view) => ({ pacing: "story", rest: 0, ...actions.play({ ...state, pacing: "story", at: within(view, 0, 0) }, view) }),
    compare: (state, view, ways) => ({ ways }),
    // Keeps the times of these legs a secret, by their indices.
    hush: (state, view, hushed) => ({ hushed }),
    spell: (state, view, letters) => ({ letters }),
    theme: (state, view, theme) => ({ theme }),
    still: (state, view, still) => ({ still }),
    fill: (state, view, full) => ({ full }),
    drawn: (state, view, drawn) => ({ drawn }),
    // Where the page's text is read.
    lay: (state, view, text) => ({ text }),
  };
  // Who moves the moment by which action, if it does.
  /** @type {[keyof Actions, State["by"]][]} */
  const movers = [
    ["tick", "play"], ["run", "play"], ["play", "play"], ["read", "read"], ["scrub", "scrub"], ["seek", "pick"], ["step", "pick"],
    ["choose", "pick"], ["page", "page"], ["link", "link"],
  ];
  movers.forEach(([name, by]) => {
    /** @type {Action<any[]>} */
    const action = actions[name];
    actions[name] = (/** @type {State} */ state, /** @type {View} */ view, /** @type {any[]} */ ...more) => {
      const changes = action(state, view, ...more);
      return "at" in changes || "leg" in changes ? { ...changes, by } : changes;
    };
  });
  L.journey.actions = Object.freeze(actions);
})(window.L);
