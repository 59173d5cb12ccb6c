/* Parts of the timeline that are as wide as they last, of which some are too narrow to press. */
/** @typedef {{narrow: (one: HTMLElement, wide: number) => void}} Gives */
(function (L) {
  "use strict";

  const LEAST = 24; // px of what can be pressed

  // Lets a part that is so many px wide be pressed, or passed over by keys and readers, whom the slider leads to its moments.
  L.journey.narrow = (one, wide) => { one.inert = wide < LEAST; };
})(window.L);
