/* All that can be done to the stage: pure functions of its state and view that give what changes. */
// needs: arithmetic/pace
/** @typedef {{actions: Actions}} Gives */
(function (L) {
  "use strict";

  const { clamp, resting } = L.journey.pace;
  const CALM = 2000; // milliseconds that a leg takes to play at the least, for the camera to go there
  const WHOLE = 36000; // milliseconds that the whole takes in true time at single speed
  const STEPPED = 0.02; // of a leg, beyond which a step back leads to its own start

  /** @type {(state: State) => boolean} */
  const held = ({ aim }) => typeof aim.to === "string";
  /** @type {(tale: Tale, leg: number | null) => Rung} */
  const rungOf = ({ close }, leg) => (leg === null ? "whole" : leg === close ? "close" : "leg");
  // The rung that the story is told on; legs that pass in a moment are no reason to fly about.
  /** @type {(tale: Tale, leg: number, pacing: Pacing) => Rung} */
  const home = (tale, leg, pacing) => (pacing === "story" && tale.turn >= CALM ? rungOf(tale, leg) : "whole");
  /** @type {(to: Rung | Pose | null, cut?: boolean) => Partial<State>} */
  const aimed = (to, cut = false) => ({ aim: Object.freeze({ to, cut }) });
  // The camera goes along with the story to a leg, while the viewer has not let go of it.
  /** @type {(state: State, tale: Tale, leg: number, pacing?: Pacing) => Partial<State>} */
  const followed = (state, tale, leg, pacing = state.pacing) => {
    const next = home(tale, leg, pacing);
    return held(state) && (next !== state.aim.to || next === "leg") ? aimed(next) : {};
  };

  // At another moment; a leg that is entered is chosen.
  /** @type {(state: State, view: View, at: Moment, rest?: number) => Partial<State>} */
  const told = (state, { tale }, at, rest = 0) => ({
    at, rest, ...(at.leg === state.leg ? {} : { leg: at.leg, ...followed(state, tale, at.leg) }),
  });
  /** @type {(view: View, leg: number, part: number) => Moment} */
  const within = ({ tale }, leg, part) => Object.freeze({ leg: clamp(Math.round(leg), 0, tale.legs.length - 1), part: clamp(part, 0, 1) });
  /** @type {(view: View, at: Moment) => boolean} */
  const ended = ({ tale }, at) => at.leg === tale.legs.length - 1 && at.part >= 1;
  // Where the story goes on: where nothing was told yet, at the leg that is chosen.
  /** @type {(state: State, view: View) => Moment | null} */
  const begun = (state, view) => state.at || (state.leg === null ? null : within(view, state.leg, 0));

  // A leg is chosen, or none; its own view is gone to, and a story that has begun goes on there.
  /** @type {(state: State, view: View, leg: number | null) => Partial<State>} */
  const chosen = (state, view, leg) => ({
    leg, ...aimed(rungOf(view.tale, leg)),
    ...(state.at && leg !== null && state.at.leg !== leg ? { at: within(view, leg, 0), rest: 0 } : {}),
  });

  /** @type {Actions} */
  const actions = {
    // Lets time pass, in milliseconds. At the end of a leg it rests until the card can have been read.
    tick: (state, view, time) => {
      const { tale, moment: { leg, part } } = view;
      if (state.rest > 0) {
        const rest = state.rest - time * state.speed;
        return rest > 0 ? { rest } : told(state, view, within(view, leg + 1, 0));
      }
      const division = tale.divisions[state.pacing];
      const whole = state.pacing === "story" ? tale.turn * division.weight : WHOLE;
      const end = division.of({ leg, part: 1 });
      const there = division.of({ leg, part }) + (time * state.speed) / whole;
      const next = within(view, leg, there < end ? division.at(there).part : 1);
      if (ended(view, next)) return { ...told(state, view, next), playing: false };
      const waited = (end - division.of({ leg, part: tale.legs[leg].ride[1] })) * whole;
      return told(state, view, next, next.part < 1 ? 0 : resting(tale.reads[leg] - division.shares[leg] * whole, tale.turn, waited));
    },
    // Plays from where it stands, at the end from the start again; `play` also goes to where that is.
    run: (state, view) => ({ playing: true, rest: 0, at: ended(view, view.moment) ? within(view, 0, 0) : view.moment }),
    play: (state, view) => {
      const at = begun(state, view) || view.moment;
      const from = ended(view, at) ? within(view, 0, 0) : at;
      return { playing: true, rest: 0, at: from, leg: from.leg, ...aimed(home(view.tale, from.leg, state.pacing)) };
    },
    pause: () => ({ playing: false }),
    toggle: (state, view) => (state.playing ? { playing: false } : actions.play(state, view)),
    speed: (state, view, speed) => ({ speed }),
    pace: (state, view, pacing) => ({ pacing, ...(state.at ? followed(state, view.tale, state.at.leg, pacing) : {}) }),
    seek: (state, view, { leg, part }) => told(state, view, within(view, leg, part)),
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
      if (state.drawn === "none") return { picks, leg };
      if (state.picks.due === id || leg === state.leg) return { picks };
      return { picks, ...chosen(state, view, leg), visits: state.visits + Number(state.heard) };
    },
    // The address says a moment and a view; null is what it does not say.
    link: (state, view, { leg: id, part, pacing, view: to }) => {
      const found = view.tale.legs.findIndex((leg) => leg.id === id);
      const leg = found < 0 ? null : found;
      return {
        leg, pacing, ...aimed(to || rungOf(view.tale, leg), true),
        ...(leg === state.leg ? {} : { playing: false }),
        ...(leg !== null && part !== null ? { at: within(view, leg, part), rest: 0 } : {}),
      };
    },
    // The same while it is shown, by a step back or forward: what the page around the stage chose before is out of date then.
    follow: (state, view, said) => {
      const next = actions.link(state, view, said);
      return next.leg === state.leg || !state.heard ? next : { ...next, picks: { count: state.picks.count + 1, due: said.leg } };
    },
    aim: (state, view, to) => (to === "leg" && state.leg === null ? actions.choose(state, view, 0) : aimed(to)),
    back: (state, view) => aimed(home(view.tale, view.moment.leg, state.pacing)),
    // The viewer moves the map.
    loosen: (state) => (state.aim.to === null ? {} : aimed(null)),
    // Opens or shuts something; the other of both where it is not said.
    unfold: (state, view, name, yes = !state.open[name]) =>
      (state.open[name] === yes ? {} : { open: Object.freeze({ ...state.open, [name]: yes }) }),
    // Closes what is on top.
    escape: (state, view) => (state.open.help ? actions.unfold(state, view, "help", false) : actions.choose(state, view, null)),
    compare: (state, view, ways) => ({ ways }),
    // Keeps the times of these legs a secret, by their indices.
    hush: (state, view, hushed) => ({ hushed }),
    theme: (state, view, theme) => ({ theme }),
    still: (state, view, still) => ({ still }),
    drawn: (state, view, drawn) => ({ drawn }),
  };
  L.journey.actions = Object.freeze(actions);
})(window.L);
