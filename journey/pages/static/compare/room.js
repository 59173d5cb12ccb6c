/* What the timeline and the panel of a race leave of the map. */
// needs: map/margins
/** @typedef {{room: (stage: Stage, panel: RacePanel) => import("../../../stage/static/map/margins.js").Margins}} Gives */
(function (L) {
  "use strict";

  const GAP = 14; // pixels between the panel and what is seen beside it

  // In pixels, as the margins of the stage. A panel that is wider than half of the map lies along its top, where what it unfolds
  // covers the map and takes no room.
  L.journey.room = (stage, { root, head }) => {
    const { x: [west, east], y: [north, south], corner } = L.journey.margins(stage);
    const [map, all] = [stage.box, root].map((element) => element.getBoundingClientRect());
    if (!stage.box.contains(root)) return { x: [west, east], y: [north, south], corner };
    if (all.width < map.width / 2) return { x: [west, Math.max(east, map.right - all.left + GAP)], y: [north, south], corner };
    return { x: [west, east], y: [Math.max(north, (head.offsetParent ? head : root).getBoundingClientRect().bottom - map.top + GAP), south], corner };
  };
})(window.L);
