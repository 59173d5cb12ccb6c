/* The scale in words. */
// needs: arithmetic/arithmetic arithmetic/width core/element
/** @typedef {{ruler: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  L.journey.ruler = (stage) => {
    const { map } = stage;
    const root = L.journey.element("p", "jm-scale-words");
    stage.put("ruler", root);
    stage.on(map, "moveend", () => {
      const km = L.journey.arithmetic.widthAt(map.getCenter().lat, map.getZoom(), map.getSize().x);
      root.textContent = L.journey.width(stage.tale.data, km);
    });
  };
})(window.L);
