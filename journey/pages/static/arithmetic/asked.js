/* Of which legs the steps of a lesson ask for a guess. */
/** @typedef {{asked: (plan: Plan, open: (step: number) => boolean, of?: Guess["of"]) => number[]}} Gives */
(function (L) {
  "use strict";

  // The indices of the legs that a guess at an open step is about: one `of` that, or any.
  L.journey.asked = ({ steps, find, legs }, open, of) => {
    const asking = steps.flatMap(({ question }, i) => (open(i) ? [find(question)] : []));
    return legs.flatMap(({ id }, i) => (asking.some((one) => one?.guess && one.leg === id && (!of || one.guess.of === of)) ? [i] : []));
  };
})(window.L);
