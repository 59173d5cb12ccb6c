/* The full screen. */
/** @typedef {{screen: (element: HTMLElement) => void}} Gives */
(function (L) {
  "use strict";

  // Fills the screen with the element, or gives it back.
  L.journey.screen = (element) => {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (document.fullscreenEnabled) element.requestFullscreen().catch(() => { /* The viewer's browser said no. */ });
  };
})(window.L);
