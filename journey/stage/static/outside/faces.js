/* The faces that words are set in: they may arrive after the words, and have other widths. */
/** @typedef {{faces: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  // Tells the map when faces have arrived. Those that the page holds back are worn once the map is drawn: reading them takes as
  // long as a part of that.
  L.journey.faces = (stage) => {
    stage.on(document.fonts, "loadingdone", () => stage.map.fire("journey:type"));
    const wear = () => document.querySelectorAll("style[data-held]").forEach((held) => held.removeAttribute("media"));
    stage.watch("paint", ({ drawn }) => drawn, (drawn) => {
      if (drawn === "basemap") stage.frame(() => stage.after(0, wear));
    });
  };
})(window.L);
