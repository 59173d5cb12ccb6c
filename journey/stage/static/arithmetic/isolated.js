/* Texts that run from right to left beside others that do not. */
/** @typedef {{isolated: ((text: string) => string) & {leftward: (text: string) => boolean}}} Gives */
(function (L) {
  "use strict";

  // Whether any of its letters runs from right to left: the blocks of those scripts (Unicode Standard Annex 9, 3.2).
  /** @type {(text: string) => boolean} */
  const leftward = (text) => /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b][\udc00-\udfff]/.test(text);

  // A text so that it turns nothing that stands beside it: between a first strong isolate and its end (2.4 there).
  L.journey.isolated = Object.assign((/** @type {string} */ text) => (leftward(text) ? `\u2068${text}\u2069` : text), { leftward });
})(window.L);
