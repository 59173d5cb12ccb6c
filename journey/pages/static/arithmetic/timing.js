/* The minutes of a lesson. */
/** @typedef {{timing: {plan: (steps: readonly {minutes: number}[]) => number[],
 *   said: (seconds: number, planned: number) => {key: string, gone: number, until: number}}}} Gives */
(function (L) {
  "use strict";

  const MINUTE = 60; // seconds
  const SLACK = 1e-6; // minutes that a sum of parts of minutes may be off

  L.journey.timing = {
    // Minutes from the start of the lesson at which each step is planned to end.
    plan: (steps) => {
      let sum = 0;
      return steps.map(({ minutes }) => (sum += minutes));
    },
    // As a person would say it, in whole minutes: how many are gone, until which this step is planned to last, and by the key of a
    // sentence whether it has just begun, or lasts longer.
    said: (seconds, planned) => {
      const [gone, until] = [Math.round(Math.max(seconds, 0) / MINUTE), Math.ceil(planned - SLACK)];
      return { gone, until, key: gone > until ? "class.over" : gone ? "class.gone" : "class.begun" };
    },
  };
})(window.L);
