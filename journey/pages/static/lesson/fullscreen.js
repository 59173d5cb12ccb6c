/* The whole screen, where the browser gives it. */
// needs: arithmetic/steps
/** @typedef {{fullscreen: (lesson: Lesson) => {toggle(): void, excuse(): void}}} Gives */
(function (L) {
  "use strict";

  const { steps } = L.journey;

  // Fills the screen at once. A viewer who leaves the full screen leaves the lesson, but not when that was ended by a window
  // that was opened: `excuse` is called before.
  L.journey.fullscreen = ({ stage, act }) => {
    let excused = false;
    const fill = () => {
      if (!document.fullscreenEnabled || document.fullscreenElement) return;
      document.documentElement.requestFullscreen()
        .catch(() => { /* The browser said no; the page fills its window all the same. */ });
    };
    const free = () => {
      if (!document.fullscreenElement) return;
      excused = true;
      document.exitFullscreen().catch(() => { /* It was left already. */ });
    };
    stage.add(free);
    stage.on(document, "fullscreenchange", () => {
      if (document.fullscreenElement) return;
      if (!excused) act(steps.leave);
      excused = false;
    });
    fill();
    return {
      toggle: () => (document.fullscreenElement ? free() : fill()),
      excuse: () => { excused = Boolean(document.fullscreenElement); },
    };
  };
})(window.L);
