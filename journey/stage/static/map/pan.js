/* Moving the map by arrow keys. */
// needs: core/actions
/** @typedef {{pan: (stage: Stage, key: string) => boolean}} Gives */
(function (L) {
  "use strict";

  const STEP = 80; // pixels
  /** @type {Record<string, [number, number]>} */
  const MOVES = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

  // Moves the map by a step, which the viewer holds then; false where the key is no arrow.
  L.journey.pan = (stage, key) => {
    if (!Object.hasOwn(MOVES, key)) return false;
    stage.act(L.journey.actions.loosen);
    stage.map.panBy(MOVES[key], { animate: false });
    return true;
  };
})(window.L);
