/* Where words and badges stand on the map, so that none covers another. Free of the DOM and of the map. */
// needs: arithmetic/arithmetic
/** All in pixels. A label points to `x` and `y` and is `w` by `h` large: a badge stands on its point or near it, a centred
 * word on its point or nowhere, another word `gap` beside it.
 * @typedef {{x: number, y: number}} Dot
 * @typedef {Dot & {w: number, h: number, badge?: boolean, centred?: boolean, gap?: number}} Label
 * @typedef {{frame: Box, taken: Box[], lines: Dot[][], points: Dot[]}} Room
 * @typedef {{add(box: Box): void, hits(box: Box, gap?: number): number}} Boxes
 * @typedef {{placing: (labels: Label[], room: Room) => (Box | null)[]}} Gives */
(function (L) {
  "use strict";

  const { overlap } = L.journey.arithmetic;
  const GAP = 3; // pixels kept free around a label
  const [BEAD, APART] = [4, 9]; // pixels: side of the boxes that stand for a line, and from one to the next
  const DOT = 8; // pixels: side of the box that stands for a point

  // Boxes taken so far, in a grid of cells so that a look-up touches only its neighbours (pixels).
  /** @type {(cell?: number) => Boxes} */
  const boxes = (cell = 64) => {
    /** @type {Map<string, Box[]>} */
    const grid = new Map();
    /** @type {(box: Box, gap: number) => string[]} */
    const cells = (box, gap) => {
      const keys = [];
      for (let x = Math.floor((box.x - gap) / cell); x <= Math.floor((box.x + box.w + gap) / cell); x += 1) {
        for (let y = Math.floor((box.y - gap) / cell); y <= Math.floor((box.y + box.h + gap) / cell); y += 1) {
          keys.push(`${x},${y}`);
        }
      }
      return keys;
    };
    return {
      add: (box) => cells(box, 0).forEach((key) => {
        const there = grid.get(key);
        if (there) there.push(box);
        else grid.set(key, [box]);
      }),
      hits: (box, gap = 0) => {
        /** @type {Set<Box>} */
        const found = new Set();
        cells(box, gap).forEach((key) => (grid.get(key) || []).forEach((other) => {
          if (overlap(box, other, gap)) found.add(other);
        }));
        return found.size;
      },
    };
  };

  // Where a word may stand beside its point, best first.
  /** @type {(label: Label) => Box[]} */
  const beside = ({ x, y, w, h, gap = 7 }) => [
    { x: x + gap, y: y - h / 2, w, h },
    { x: x - gap - w, y: y - h / 2, w, h },
    { x: x - w / 2, y: y - gap - h, w, h },
    { x: x - w / 2, y: y + gap, w, h },
    { x: x + gap * 0.7, y: y - gap * 0.7 - h, w, h },
    { x: x + gap * 0.7, y: y + gap * 0.7, w, h },
    { x: x - gap * 0.7 - w, y: y - gap * 0.7 - h, w, h },
    { x: x - gap * 0.7 - w, y: y + gap * 0.7, w, h },
  ];

  // A box of `w` by `h` pixels around its middle.
  /** @type {(x: number, y: number, w: number, h?: number) => Box} */
  const middled = (x, y, w, h = w) => ({ x: x - w / 2, y: y - h / 2, w, h });

  // Where a badge may stand: on its point, else around it at growing distance.
  /** @type {(label: Label) => Box[]} */
  const around = ({ x, y, w }) => [
    middled(x, y, w),
    ...[1.25, 1.8, 2.5].flatMap((far) => Array.from({ length: 8 }, (_, turn) => {
      const angle = (turn * Math.PI) / 4 - Math.PI / 4;
      return middled(x + Math.cos(angle) * w * far, y + Math.sin(angle) * w * far, w);
    })),
  ];

  // Boxes along a line, where they touch `frame`.
  /** @type {(line: Dot[], frame: Box) => Box[]} */
  const beads = (line, frame) => {
    const found = [];
    for (let i = 1; i < line.length; i += 1) {
      const [a, b] = [line[i - 1], line[i]];
      const box = { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) };
      const count = Math.ceil(Math.hypot(box.w, box.h) / APART);
      for (let k = 0; k <= count && overlap(box, frame, BEAD) && count < 2000; k += 1) {
        const part = count ? k / count : 0;
        found.push(middled(a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part, BEAD));
      }
    }
    return found;
  };

  // The box of `places` inside `frame` and free of `taken` that has the least cost(box, rank); or null.
  /** @type {(places: Box[], taken: Boxes, frame: Box, cost: (box: Box, rank: number) => number) => Box | null} */
  const choose = (places, taken, frame, cost) => {
    /** @type {Box | null} */
    let best = null;
    let least = Infinity;
    places.forEach((box, rank) => {
      const inside = box.x >= frame.x && box.y >= frame.y &&
        box.x + box.w <= frame.x + frame.w && box.y + box.h <= frame.y + frame.h;
      if (!inside || taken.hits(box, GAP)) return;
      const price = cost(box, rank);
      if (price < least) {
        least = price;
        best = box;
      }
    });
    return best;
  };

  /** @type {(all: Box[]) => Boxes} */
  const filled = (all) => {
    const found = boxes();
    all.forEach(found.add);
    return found;
  };

  // Where each of the labels stands, in their order, the first one freest; null where there is no room for it. None leaves
  // `frame` or covers another one or what is `taken`; lines and points are covered where that can't be helped.
  L.journey.placing = (labels, { frame, taken, lines, points }) => {
    const hard = filled(taken);
    const soft = filled(lines.flatMap((line) => beads(line, frame)));
    const dots = filled(points.map(({ x, y }) => middled(x, y, DOT)));
    // A word shuns the route; a badge stands on it, unless it would hide a stop.
    /** @type {(box: Box, rank: number) => number} */
    const word = (box, rank) => soft.hits(box, 1) + rank * 0.25;
    /** @type {(box: Box, rank: number) => number} */
    const badge = (box, rank) => 9 * dots.hits(box) + (rank ? soft.hits(box) : 0) + rank * 0.1;
    return labels.map((label) => {
      const places = label.badge ? around(label)
        : label.centred ? [middled(label.x, label.y, label.w, label.h)] : beside(label);
      const box = choose(places, hard, frame, label.badge ? badge : word);
      if (!box || (label.centred && soft.hits(box, 1))) return null;
      hard.add(box);
      return box;
    });
  };
})(window.L);
