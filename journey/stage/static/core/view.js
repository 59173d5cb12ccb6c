/* What follows from a state of the stage. */
// needs: arithmetic/last arithmetic/pace
/** @typedef {{view: (tale: Tale, state: State) => View}} Gives */
(function (L) {
  "use strict";

  const { pace } = L.journey;
  const FIRST = Object.freeze({ leg: 0, part: 0 });

  // What of a rest, which lasts so long, or of a flight has still to pass before the story goes on.
  /** @type {(state: State, lasts: number) => View["halt"]} */
  const halted = ({ playing, pacing, rest, flight }, lasts) => {
    if (!playing || pacing !== "story") return null;
    return rest > 0 ? { left: rest, lasts } : flight;
  };

  // The index of the last step at or before a moment, or null.
  /** @type {(steps: Telling[], at: Moment) => number | null} */
  const stepAt = (steps, { leg, part }) => {
    /** @type {(step: Telling) => boolean} */
    const reached = (step) => step.leg < leg || (step.leg === leg && step.part <= part);
    const found = L.journey.last(steps, reached);
    return steps.length && reached(steps[found]) ? found : null;
  };

  // How much of the stage a text takes that is read beside the map, and under it.
  /** @type {(text: Box | null) => {aside: number, under: number}} */
  const taken = (text) => ({ aside: text && !text.y ? text.w : 0, under: text?.y ? text.h : 0 });

  L.journey.view = (tale, state) => {
    const moment = state.at || FIRST;
    const { data, legs, divisions, starts } = tale;
    const seconds = starts[moment.leg] + moment.part * legs[moment.leg].span;
    const told = state.at || (state.leg === null ? null : { leg: state.leg, part: 0 });
    const place = pace.place(legs[moment.leg], moment.part);
    /** @type {ReturnType<Tale["say"]> | null} */
    let said = null;
    return Object.freeze({
      tale,
      begun: state.at !== null,
      moment,
      seconds,
      place,
      wait: state.at && pace.waiting(legs[moment.leg], moment.part),
      wholes: { story: divisions.story.of(moment), truth: divisions.truth.of(moment), bar: divisions.bar.of(moment) },
      halt: halted(state, tale.rests[moment.leg]),
      step: told && stepAt(tale.steps, told),
      ...taken(state.text),
      rung: state.leg === null ? "whole" : state.leg === tale.close ? "close" : "leg",
      held: typeof state.aim.to === "string",
      colours: data.themes[state.theme],
      said: () => (said ||= tale.say({ ...moment, km: place.km, seconds })),
      colour: (mode) => data.modes[mode][state.theme],
      word: (mode) => data.modes[mode].words[state.theme],
    });
  };
})(window.L);
