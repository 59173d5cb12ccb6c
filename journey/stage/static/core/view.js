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
    return Object.freeze({
      tale,
      begun: state.at !== null,
      moment,
      seconds: starts[moment.leg] + moment.part * legs[moment.leg].span,
      place: pace.place(legs[moment.leg], moment.part),
      wholes: { story: divisions.story.of(moment), truth: divisions.truth.of(moment) },
      colours: data.themes[state.theme],
      colour: (mode) => data.modes[mode][state.theme],
    });
  };
})(window.L);
