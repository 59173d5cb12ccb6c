/* How much room the letters of a text take. Free of the DOM. */
/** @typedef {{letters: (text: string) => number}} Gives */
(function (L) {
  "use strict";

  const BROAD = /[\u1100-\u11ff\u2e80-\ud7ff]/g; // letters of East Asia, as wide as two

  L.journey.letters = (text) => text.replace(BROAD, "..").length;
})(window.L);
