/* The faces that words are set in: they may arrive after the words, and have other widths. */
/** @typedef {{faces: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  // Tells the map when faces have arrived.
  L.journey.faces = (stage) => {
    stage.on(document.fonts, "loadingdone", () => stage.map.fire("journey:type"));
  };
})(window.L);
