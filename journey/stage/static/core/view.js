/* What follows from a state of the stage. */
// needs: arithmetic/pace
/** @typedef {{view: (tale: Tale, state: State) => View}} Gives */
(function (L) {
  "use strict";

  const { pace } = L.journey;
  const FIRST = Object.freeze({ leg: 0, part: 0 });

  L.journey.view = (tale, state) => {
    const moment = state.at || FIRST;
    const { data, legs, divisions, starts } = tale;
    const seconds = starts[moment.leg] + moment.part * legs[moment.leg].span;
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
      rung: state.leg === null ? "whole" : state.leg === tale.close ? "close" : "leg",
      held: typeof state.aim.to === "string",
      colours: data.themes[state.theme],
      said: () => (said ||= tale.say({ ...moment, km: place.km, seconds })),
      colour: (mode) => data.modes[mode][state.theme],
      word: (mode) => data.modes[mode].words[state.theme],
    });
  };
})(window.L);
