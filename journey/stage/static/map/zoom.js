/* Zooming by hand. */
// needs: core/actions
/** @typedef {{zoom: (stage: Stage, by: number) => void}} Gives */
(function (L) {
  "use strict";

  // Zooms in or out, by so many levels; the viewer holds the map then.
  L.journey.zoom = (stage, by) => {
    stage.act(L.journey.actions.loosen);
    stage.map.setZoom(stage.map.getZoom() + by);
  };
})(window.L);
