/* Where words and signs stand on the map, so that none covers another. Free of the DOM and of the map. */
// needs: arithmetic/boxes arithmetic/stands
/** Words stay in `frame` and off what is `taken`; lines and points they rather shun. All in pixels.
 * @typedef {import("./boxes.js").Dot} Dot
 * @typedef {import("./boxes.js").Boxes} Boxes
 * @typedef {import("./stands.js").Label} Label
 * @typedef {import("./stands.js").Stand} Stand
 * @typedef {{frame: Box, taken: Box[], lines: Dot[][], points: Dot[]}} Room
 * @typedef {{hard: Boxes, soft: Boxes, dots: Boxes}} Full
 * @typedef {{placing: (labels: Label[], room: Room) => (Stand | null)[]}} Gives */
(function (L) {
  "use strict";

  const { filled, middled, beads, within } = L.journey.boxes;
  const GAP = 3; // pixels kept free around a label
  const DOT = 8; // pixels: side of the box that stands for a point
  const TOWN = 4; // pixels: side of a town's own dot

  // The boxes along a leader, but for its beginning on the line that it points to.
  /** @type {(label: Label, stand: Stand, frame: Box) => Box[]} */
  const leader = ({ x, y }, { foot }, frame) => (foot ? beads([{ x, y }, foot], frame).slice(2) : []);

  // What a stand costs: a word shuns the route; a badge stands on it, unless it would hide a stop; a leader is short and
  // crosses nothing.
  /** @type {(label: Label, stand: Stand, rank: number, full: Full, frame: Box) => number} */
  const price = (label, stand, rank, { hard, soft, dots }, frame) => {
    if (label.badge || stand.bare) return 9 * dots.hits(stand) + (rank ? soft.hits(stand) : 0) + rank * 0.1;
    if (!label.sign) return soft.hits(stand, 1) + rank * 0.25;
    const beaded = leader(label, stand, frame);
    const crossed = beaded.reduce((sum, bead) => sum + 8 * Math.min(1, hard.hits(bead, 1)) + Math.min(1, soft.hits(bead)), 0);
    return 2 * soft.hits(stand, 2) + 2 * dots.hits(stand, 2) + crossed + beaded.length * 0.4 + rank * 0.02;
  };

  /** @type {(box: Box, full: Full, frame: Box) => boolean} */
  const clear = (box, { hard }, frame) => within(box, frame) && !hard.hits(box, GAP);

  // The stand inside the frame and free of what is taken that costs the least; or null.
  /** @type {(label: Label, stands: Stand[], full: Full, frame: Box) => Stand | null} */
  const choose = (label, stands, full, frame) => {
    /** @type {Stand | null} */
    let best = null;
    let least = Infinity;
    stands.forEach((stand, rank) => {
      if (!clear(stand, full, frame)) return;
      const cost = price(label, stand, rank, full, frame);
      if (cost < least) [best, least] = [stand, cost];
    });
    return best;
  };

  // Where a label stands; null where it has no place. What must stand takes the stand that covers the fewest.
  /** @type {(label: Label, full: Full, frame: Box) => Stand | null} */
  const settle = (label, full, frame) => {
    const spot = label.dot ? middled(label.x, label.y, TOWN) : null;
    if (spot && full.hard.hits(spot)) return null;
    if (label.pick) return label.pick({ clear: (box) => clear(box, full, frame), crossed: (box) => full.soft.hits(box, 1) });
    const groups = L.journey.stands(label, frame);
    for (const stands of groups) {
      const found = choose(label, stands, full, frame);
      if (found) return label.centred && full.soft.hits(found, 1) ? null : found;
    }
    if (!label.must) return null;
    const last = groups[groups.length - 1];
    const covered = last.map((stand) => full.hard.hits(stand));
    return last[covered.indexOf(Math.min(...covered))];
  };

  // Where each of the labels stands, in their order, the first one freest; null where there is no room for it. None leaves
  // `frame` or covers another one or what is `taken`; lines and points are covered where that can't be helped.
  L.journey.placing = (labels, { frame, taken, lines, points }) => {
    const full = {
      hard: filled(taken),
      soft: filled(lines.flatMap((line) => beads(line, frame))),
      dots: filled(points.map(({ x, y }) => middled(x, y, DOT))),
    };
    return labels.map((label) => {
      const stand = settle(label, full, frame);
      if (!stand) return null;
      [stand, ...leader(label, stand, frame)].forEach(full.hard.add);
      if (label.dot) full.hard.add(middled(label.x, label.y, TOWN));
      return stand;
    });
  };
})(window.L);
