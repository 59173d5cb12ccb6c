/* The key that is held while the wheel zooms. */
// needs: arithmetic/fill
/** @typedef {{modifier: (text: string) => string}} Gives */
(function (L) {
  "use strict";

  // A text with the key in its gap {key}, as this machine's keyboard names it.
  L.journey.modifier = (text) => L.journey.fill(text, { key: /Mac/.test(navigator.platform) ? "⌘" : "Ctrl" });
})(window.L);
