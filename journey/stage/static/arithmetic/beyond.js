/* Where a word stands that points to a place beyond the edge of the map. Free of the DOM and of the map. */
/** @typedef {import("./stands.js").Stand} Stand
 * @typedef {{beyond: (x: number, y: number, w: number, h: number, frame: Box) => Stand[]}} Gives */
(function (L) {
  "use strict";

  const STEP = 22; // pixels from one stand to the next
  const [INWARDS, ASIDE] = [1, 12]; // stands that are tried: inwards, and along the edge to either side

  // Stands for a box of `w` by `h` pixels at the edge of the frame, best where the way from its middle to (x, y) leaves it. Their
  // aim is the way from there to (x, y), clockwise from the right in radians.
  L.journey.beyond = (x, y, w, h, frame) => {
    const [cx, cy] = [frame.x + frame.w / 2, frame.y + frame.h / 2];
    const [dx, dy] = [x - cx, y - cy];
    const [across, down] = [Math.max(0, frame.w - w) / 2, Math.max(0, frame.h - h) / 2];
    const part = Math.min(dx ? across / Math.abs(dx) : Infinity, dy ? down / Math.abs(dy) : Infinity);
    // Whether the way leaves by the left or the right, and towards which side.
    const sideways = across / Math.abs(dx || 1e-9) <= down / Math.abs(dy || 1e-9);
    const [east, south] = sideways ? [Math.sign(dx), 0] : [0, Math.sign(dy)];
    const found = Array.from({ length: (INWARDS + 1) * (2 * ASIDE + 1) }, (_, i) => {
      const [inwards, aside] = [Math.floor(i / (2 * ASIDE + 1)) * STEP, ((i % (2 * ASIDE + 1)) - ASIDE) * STEP];
      const mx = Math.max(cx - across, Math.min(cx + across, cx + dx * part - east * inwards + south * aside));
      const my = Math.max(cy - down, Math.min(cy + down, cy + dy * part - south * inwards + east * aside));
      const stand = { x: mx - w / 2, y: my - h / 2, w, h, aim: Math.atan2(y - my, x - mx) };
      return { stand, off: Math.abs(aside) + 1.5 * inwards };
    });
    return found.sort((a, b) => a.off - b.off).map(({ stand }) => stand);
  };
})(window.L);
