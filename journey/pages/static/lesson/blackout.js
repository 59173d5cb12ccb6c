/* The black screen. */
// needs: arithmetic/steps core/element
/** @typedef {{blackout: (lesson: Lesson) => void}} Gives */
(function (L) {
  "use strict";

  const { element, steps } = L.journey;

  L.journey.blackout = ({ stage, act, watch }) => {
    const sheet = element("div", "cl-black");
    stage.on(sheet, "click", () => act(steps.lit));
    stage.add(() => sheet.remove());
    watch(({ show }) => show?.black, (black) => (black ? document.body.append(sheet) : sheet.remove()));
  };
})(window.L);
