/* The whole screen, where the browser gives it. */
// needs: arithmetic/steps
/** @typedef {{fullscreen: (lesson: Lesson) => {toggle(): void, excuse(): void}}} Gives */
(function (L) {
  "use strict";

  const { steps } = L.journey;

  // Fills the screen at once, where a viewer just did something: browsers grant it to nobody else. A viewer who leaves the full
  // screen leaves the lesson, but not when that was ended by a window that was opened, before which `excuse` is called, or by a
  // page that is loaded anew.
  L.journey.fullscreen = ({ stage, act }) => {
    let excused = false;
    const fill = () => {
      if (!document.fullscreenEnabled || document.fullscreenElement || navigator.userActivation?.isActive === false) return;
      document.documentElement.requestFullscreen()
        .catch(() => { /* The browser said no; the page fills its window all the same. */ });
    };
    const free = () => {
      if (!document.fullscreenElement) return;
      excused = true;
      document.exitFullscreen().catch(() => { /* It was left already. */ });
    };
    const excuse = () => { excused = Boolean(document.fullscreenElement); };
    stage.add(free);
    stage.on(window, "beforeunload", excuse);
    stage.on(document, "fullscreenchange", () => {
      if (document.fullscreenElement) return;
      if (!excused) act(steps.leave);
      excused = false;
    });
    fill();
    return {
      toggle: () => (document.fullscreenElement ? free() : fill()),
      excuse,
    };
  };
})(window.L);
