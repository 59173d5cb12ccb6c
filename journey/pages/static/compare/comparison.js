/* The comparison: the journey races with its yardsticks, on the same clock and map, as long as it is open. */
// needs: compare/race
/** @typedef {{comparison: (lesson: Lesson) => void}} Gives */
(function (L) {
  "use strict";

  L.journey.comparison = (lesson) => {
    let open = { remove: () => {} };
    lesson.watch(({ comparing }) => comparing, (opens) => {
      open.remove();
      if (opens) open = lesson.part(L.journey.race);
    });
  };
})(window.L);
