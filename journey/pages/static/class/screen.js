/* The whole screen, where the browser gives it, and the black one. */
// needs: core/node
(function (L) {
  "use strict";

  const { node } = L.journey;

  // Calls onLeft() when the viewer leaves the full screen, but not when a window that was opened ended it.
  // Returns {fill, toggle, excuse() before such a window opens, free, blank() to black and back, lit() whether it
  // was black and is no more, remove()}.
  L.journey.wide = (onLeft) => {
    let excused = false;
    let black = null;

    const fill = () => {
      const asked = document.fullscreenEnabled && !document.fullscreenElement && document.documentElement.requestFullscreen();
      if (asked) asked.catch(() => { /* The browser said no; the page fills its window all the same. */ });
    };
    const free = () => {
      if (!document.fullscreenElement) return;
      excused = true;
      document.exitFullscreen().catch(() => { /* It was left already. */ });
    };
    const onChange = () => {
      if (document.fullscreenElement) return;
      if (!excused) onLeft();
      excused = false;
    };
    const lit = () => {
      if (!black) return false;
      black.remove();
      black = null;
      return true;
    };
    document.addEventListener("fullscreenchange", onChange);
    return {
      fill,
      free,
      toggle: () => (document.fullscreenElement ? free() : fill()),
      excuse: () => { excused = Boolean(document.fullscreenElement); },
      lit,
      blank: () => {
        if (lit()) return;
        black = node("div", "cl-black");
        black.addEventListener("click", lit);
        document.body.append(black);
      },
      remove: () => {
        lit();
        free();
        document.removeEventListener("fullscreenchange", onChange);
      },
    };
  };
})(window.L);
