/* Boxes on the map, in pixels, and which of them others meet. Free of the DOM and of the map. */
// needs: arithmetic/arithmetic
/** `add` takes a box in, `hits` counts those taken in that lie within `gap` pixels of another, up to
 * so many at the `most`. A line's `steps` lie evenly along it.
 * @typedef {{x: number, y: number}} Dot
 * @typedef {{add(box: Box): void, hits(box: Box, gap?: number, most?: number): number}} Boxes
 * @typedef {{boxes: {filled(all: Box[]): Boxes, middled(x: number, y: number, w: number, h?: number): Box,
 *   steps(line: Dot[], apart: number, frame: Box): Dot[], beads(line: Dot[], frame: Box, apart?: number, side?: number): Box[], within(box: Box, frame: Box): boolean,
 *   inside(home: DOMRect): (rect: DOMRect) => Box}}} Gives */
(function (L) {
  "use strict";

  const { overlap } = L.journey.arithmetic;
  const [BEAD, APART] = [4, 9]; // pixels: side of the boxes that stand for a line, and from one to the next
  const MOST = 2000; // steps of a piece of a line
  const CELL = 64; // pixels: side of the cells of the grid, so that a look-up touches only its neighbours

  const WIDE = 4096; // cells in a row of the grid, more than any view has

  // Calls each(key) with the cells that a box touches.
  /** @type {(box: Box, gap: number, each: (key: number) => void) => void} */
  const cells = (box, gap, each) => {
    for (let x = Math.floor((box.x - gap) / CELL); x <= Math.floor((box.x + box.w + gap) / CELL); x += 1) {
      for (let y = Math.floor((box.y - gap) / CELL); y <= Math.floor((box.y + box.h + gap) / CELL); y += 1) each(y * WIDE + x);
    }
  };

  // All those boxes taken in, to which more can be added.
  /** @type {Gives["boxes"]["filled"]} */
  const filled = (all) => {
    /** @type {Map<number, {box: Box, looked: number}[]>} */
    const grid = new Map();
    let looks = 0; // a box in several cells is counted once a look
    /** @type {Boxes["add"]} */
    const add = (box) => {
      const kept = { box, looked: 0 };
      cells(box, 0, (key) => {
        const there = grid.get(key);
        if (there) there.push(kept);
        else grid.set(key, [kept]);
      });
    };
    all.forEach(add);
    return {
      add,
      hits: (box, gap = 0, most = Infinity) => {
        let found = 0;
        looks += 1;
        cells(box, gap, (key) => {
          for (const kept of grid.get(key) || []) {
            if (found >= most) return;
            if (kept.looked === looks) continue;
            kept.looked = looks;
            if (overlap(box, kept.box, gap)) found += 1;
          }
        });
        return found;
      },
    };
  };

  // A box of `w` by `h` pixels around its middle.
  /** @type {Gives["boxes"]["middled"]} */
  const middled = (x, y, w, h = w) => ({ x: x - w / 2, y: y - h / 2, w, h });

  // Points so many pixels apart along a line, and its end, of the pieces that touch `frame`.
  /** @type {Gives["boxes"]["steps"]} */
  const steps = (line, apart, frame) => {
    const found = [];
    let next = 0; // pixels from the beginning of a piece
    for (let i = 1; i < line.length; i += 1) {
      const [a, b] = [line[i - 1], line[i]];
      const box = { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) };
      const long = Math.hypot(box.w, box.h);
      if (!overlap(box, frame, BEAD) || long > MOST * apart) {
        next = 0;
        continue;
      }
      for (; next <= long; next += apart) {
        const part = long ? next / long : 0;
        found.push({ x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part });
      }
      next -= long;
      if (i === line.length - 1) found.push(b);
    }
    return found;
  };

  // Boxes along a line, where it touches `frame`, so many pixels apart.
  /** @type {Gives["boxes"]["beads"]} */
  const beads = (line, frame, apart = APART, side = BEAD) => steps(line, apart, frame).map(({ x, y }) => middled(x, y, side));

  // Whether a box lies wholly in the frame.
  /** @type {Gives["boxes"]["within"]} */
  const within = (box, frame) => box.x >= frame.x && box.y >= frame.y &&
    box.x + box.w <= frame.x + frame.w && box.y + box.h <= frame.y + frame.h;

  // A rectangle of the window, as a box in the element that lies at `home`.
  /** @type {Gives["boxes"]["inside"]} */
  const inside = (home) => ({ left, top, width, height }) => ({ x: left - home.left, y: top - home.top, w: width, h: height });

  L.journey.boxes = { filled, middled, steps, beads, within, inside };
})(window.L);
