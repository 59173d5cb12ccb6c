/* Whether the viewer wants no motion. */
// needs: core/actions
/** @typedef {{still: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  L.journey.still = (stage) => {
    const media = window.matchMedia("(prefers-reduced-motion: reduce)");
    const look = () => stage.act(L.journey.actions.still, media.matches);
    stage.on(media, "change", look);
    look();
  };
})(window.L);
