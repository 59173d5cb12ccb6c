/* Layers of the map's own element, one above the other. */
/** @typedef {{pane: (stage: Stage, name: string, height: number) => HTMLElement}} Gives */
(function (L) {
  "use strict";

  // A pane of the map at that height, which goes with the part that made it.
  L.journey.pane = (stage, name, height) => {
    const made = stage.map.createPane(name);
    made.style.zIndex = String(height);
    stage.add(() => made.remove());
    return made;
  };
})(window.L);
