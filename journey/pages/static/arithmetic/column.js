/* Where the text is read over the map. Free of the DOM. */
// needs: arithmetic/extent
/** `line` is from the top of the stage to where a step is told, `top` to where it stays in sight, `pitch` the least from one step to the
 * next, in pixels.
 * @typedef {{side: "aside" | "under" | "", box: Box | null, line: number, top: number, pitch: number}} Column
 * @typedef {{column: (width: number, height: number, strip: number, tall?: number, head?: number) => Column}} Gives */
(function (L) {
  "use strict";

  // Where the stage is wide the text stands beside the map from a height in pixels, and else under it from another; the least height
  // of what it is read through.
  const { WIDE, LOW: HIGH } = L.journey.extent;
  const [LOW, LEAST] = [340, 90];
  const [SPACE, FADES] = [10, 24]; // pixels from a step to the edge of what it is read through, and to the head, under which it fades
  const SHARE = 0.4; // of what it is read through: what is above a step where there is room
  const ASIDE = { share: 0.38, least: 300, most: 440 }; // of the width of the stage, and pixels
  const UNDER = 0.46; // of the height of the stage: what is left to the map above the text

  // Beside the map on a wide stage, else under it, above the strip of that height; nowhere where there is no room. The longest of the
  // steps is so tall, and as much of the column is taken by its head, in pixels.
  L.journey.column = (width, height, strip, tall = 0, head = 0) => {
    const aside = width >= WIDE && width > height && height >= LOW;
    const above = aside ? 0 : Math.round(height * UNDER);
    const w = aside ? Math.round(Math.max(ASIDE.least, Math.min(ASIDE.most, width * ASIDE.share))) : width;
    const h = height - strip - above;
    const top = above + head + (head ? FADES : SPACE);
    const fits = h >= LEAST && (aside || height >= HIGH);
    return {
      side: fits ? (aside ? "aside" : "under") : "",
      box: fits ? { x: 0, y: above, w, h } : null,
      line: Math.round(Math.max(top, above + Math.min(h * SHARE, h - tall - SPACE))),
      top,
      pitch: Math.round(aside ? height * 0.26 : Math.max(h, LEAST) * 0.44),
    };
  };
})(window.L);
