/* Where a word or a sign may stand about its point, best first. Free of the DOM and of the map. */
// needs: arithmetic/boxes
/** All in pixels. A label points to `x` and `y` and is `w` by `h` large. A badge stands on its point or near it; a centred word
 * on its point or nowhere; a sign of `sign` pixels with words beside it off its point, on a leader; what can `pick` stands where
 * it likes; another word `gap` beside its point, or farther off, on a leader; that of a `dot` only beside it. One that `must` stand is never left out
 * while its point is to be seen.
 *
 * A stand is the box that is taken. It is `turned` where the words are left of their sign, `bare` where they are left out;
 * `foot` is where the leader ends: the middle of the sign, or the edge of a word. So many pixels `aside` of it no word stands. A word is turned by `angle`, in radians; its letters may be of
 * another `size` in pixels, and so far apart: `spacing`, in sizes; one that is `broken` stands in two lines. It may ask whether a box is clear of all that stands, and
 * how much of the route it would cross, or of all lines that are drawn its letters. A word that points beyond the edge has that way as its `aim`, in radians; one
 * on a leader the point that this leads to as its `tie`.
 * @typedef {import("./boxes.js").Dot} Dot
 * @typedef {Box & {turned?: boolean, bare?: boolean, foot?: Dot, size?: number, spacing?: number, angle?: number, broken?: boolean, aim?: number, aside?: number, tie?: Dot}} Stand
 * @typedef {{clear(box: Box, aside?: number): boolean, crossed(box: Box): number, lined(box: Box): number}} Ask
 * @typedef {Dot & {w: number, h: number, badge?: boolean, centred?: boolean, sign?: number, pick?: (ask: Ask) => Stand | null,
 *   must?: boolean, dot?: boolean, gap?: number}} Label
 * @typedef {{stands: (label: Label, frame: Box) => Stand[][]}} Gives */
(function (L) {
  "use strict";

  const { middled } = L.journey.boxes;
  const GAP = 7; // pixels from a point to the word beside it
  const FARTHER = 18; // pixels more, for a word that something stands on the point of
  const RINGS = [1, 2, 3, 4]; // how far a word is off its point, times its gap
  const OUTER = [5, 6, 8]; // the same of one that must stand
  const TIED = 2; // times its gap, beyond which it is on a leader
  const OFF = [1.5, 2, 2.5, 3]; // how far a sign with words stands off its point, times its own size
  const TURN = Math.PI / 8;
  const SPOT = 2; // pixels from the middle of a dot to its edge

  /** @type {(label: Label, gap: number) => Stand[]} */
  const beside = ({ x, y, w, h }, gap) => [
    { x: x + gap, y: y - h / 2, w, h },
    { x: x - gap - w, y: y - h / 2, w, h },
    { x: x - w / 2, y: y - gap - h, w, h },
    { x: x - w / 2, y: y + gap, w, h },
    { x: x + gap * 0.7, y: y - gap * 0.7 - h, w, h },
    { x: x + gap * 0.7, y: y + gap * 0.7, w, h },
    { x: x - gap * 0.7 - w, y: y - gap * 0.7 - h, w, h },
    { x: x - gap * 0.7 - w, y: y + gap * 0.7, w, h },
  ];

  // On the point, else around it at growing distance, on a leader.
  /** @type {(label: Dot, w: number) => Stand[]} */
  const around = ({ x, y }, w) => [
    middled(x, y, w),
    ...[1.25, 1.8, 2.5].flatMap((far) => Array.from({ length: 8 }, (_, turn) => {
      const angle = (turn * Math.PI) / 4 - Math.PI / 4;
      const foot = { x: x + Math.cos(angle) * w * far, y: y + Math.sin(angle) * w * far };
      return { ...middled(foot.x, foot.y, w), foot };
    })),
  ];

  // A sign off its point, its words on the side away from it first.
  /** @type {(label: Label, sign: number) => Stand[]} */
  const led = ({ x, y, w, h }, sign) => OFF.flatMap((far) => Array.from({ length: 16 }, (_, turn) => {
    const angle = (turn % 2 ? -1 : 1) * Math.ceil(turn / 2) * TURN + TURN;
    const foot = { x: x + Math.cos(angle) * sign * far, y: y + Math.sin(angle) * sign * far };
    /** @type {Stand[]} */
    const both = [
      { x: foot.x - sign / 2, y: foot.y - h / 2, w, h, foot },
      { x: foot.x + sign / 2 - w, y: foot.y - h / 2, w, h, foot, turned: true },
    ];
    return Math.cos(angle) < -0.01 ? both.reverse() : both;
  }).flat());

  /** @type {(box: Stand, frame: Box) => Stand} */
  const into = (box, frame) => ({
    ...box,
    x: Math.max(frame.x, Math.min(box.x, frame.x + frame.w - box.w)),
    y: Math.max(frame.y, Math.min(box.y, frame.y + frame.h - box.h)),
  });

  // A word with its leader, where it is so far off its point that it needs one.
  /** @type {(label: Label, box: Stand) => Stand} */
  const tied = ({ x, y, gap = GAP }, box) => {
    const foot = { x: Math.max(box.x, Math.min(x, box.x + box.w)), y: Math.max(box.y, Math.min(y, box.y + box.h)) };
    return Math.hypot(foot.x - x, foot.y - y) > TIED * gap ? { ...box, foot } : box;
  };

  // Rings about the point, moved into the frame.
  /** @type {(label: Label, frame: Box, rings: number[]) => Stand[]} */
  const anywhere = ({ x, y, w, h, gap = GAP }, frame, rings) => rings.flatMap((far) =>
    Array.from({ length: 16 }, (_, turn) => {
      const [east, south] = [Math.cos(turn * TURN), Math.sin(turn * TURN)];
      return into(middled(x + east * (w / 2 + gap * far), y + south * (h / 2 + gap * far), w, h), frame);
    }));

  // Where a label may stand, in groups: only where none of one group is free the next one is looked at.
  L.journey.stands = (label, frame) => {
    const { x, y, w, h, gap = GAP } = label;
    if (label.centred) return [[middled(x, y, w, h)]];
    if (label.badge) return [around(label, w)];
    if (label.sign) return [led(label, label.sign), around(label, label.sign).map((box) => ({ ...box, bare: true }))];
    const near = beside(label, gap);
    // One that the frame has moved may lie over the dot that it names.
    /** @type {(box: Stand) => boolean} */
    const off = (box) => Math.abs(box.x + w / 2 - x) > w / 2 + SPOT || Math.abs(box.y + h / 2 - y) > h / 2 + SPOT;
    if (label.dot) return [near, anywhere(label, frame, [1]).filter(off)];
    const [first, rings] = label.must ? [[...near, ...beside(label, gap + FARTHER)], [RINGS, OUTER]] : [near, [RINGS]];
    return [first, ...rings.map((far) => anywhere(label, frame, far))].map((group) => group.map((box) => tied(label, box)));
  };
})(window.L);
