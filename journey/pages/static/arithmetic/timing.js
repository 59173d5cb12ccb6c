/* The minutes of a lesson. */
/** @typedef {{timing: {plan: (steps: readonly {minutes: number}[]) => number[], clock: (seconds: number) => string}}} Gives */
(function (L) {
  "use strict";

  L.journey.timing = {
    // Minutes from the start of the lesson at which each step is planned to end.
    plan: (steps) => {
      let sum = 0;
      return steps.map(({ minutes }) => (sum += minutes));
    },
    // Seconds as minutes and seconds, such as 4:07.
    clock: (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`,
  };
})(window.L);
