/* Where a sign points to: the middle of what is to be seen of a line. Free of the DOM and of the map. */
// needs: arithmetic/boxes
/** @typedef {import("./boxes.js").Dot} Dot
 * @typedef {{midway: (lines: Dot[][], frame: Box, panels: Box[]) => Dot | null}} Gives */
(function (L) {
  "use strict";

  const { filled, middled, steps, within } = L.journey.boxes;
  const [STEP, SIDE] = [4, 2]; // pixels: between two looks, and the side of what is looked for

  // The middle of the longest stretch in the frame that lies under no panel; null where all is out of sight. All in pixels.
  L.journey.midway = (lines, frame, panels) => {
    const above = filled(panels);
    /** @type {Dot[]} */
    let longest = [];
    lines.forEach((line) => {
      /** @type {Dot[]} */
      let stretch = [];
      steps(line, STEP, frame).forEach((dot) => {
        const box = middled(dot.x, dot.y, SIDE);
        if (within(box, frame) && !above.hits(box)) stretch.push(dot);
        else stretch = [];
        if (stretch.length > longest.length) longest = stretch;
      });
    });
    return longest[Math.floor((longest.length - 1) / 2)] || null;
  };
})(window.L);
