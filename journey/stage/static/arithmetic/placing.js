/* Where words and signs stand on the map, so that none covers another. Free of the DOM and of the map. */
// needs: arithmetic/boxes arithmetic/stands
/** Words stay in `frame` and off panels and what else is `taken`; names of places stand on no line either, be it of the route or of the
 * `ground`; points they rather shun. All in pixels.
 * @typedef {import("./boxes.js").Dot} Dot
 * @typedef {import("./boxes.js").Boxes} Boxes
 * @typedef {import("./stands.js").Label} Label
 * @typedef {import("./stands.js").Stand} Stand
 * @typedef {{frame: Box, panels: Box[], taken: Box[], lines: Dot[][], ground: Dot[][], points: Dot[]}} Room
 * @typedef {{panels: Boxes, hard: Boxes, words: Boxes, soft: Boxes, drawn: Boxes, dots: Boxes}} Full
 * @typedef {{placing: (labels: Label[], room: Room) => (Stand | null)[]}} Gives */
(function (L) {
  "use strict";

  const { filled, middled, beads, within } = L.journey.boxes;
  const GAP = 3; // pixels kept free around a label
  const DOT = 8; // pixels: side of the box that stands for a point
  const TOWN = 4; // pixels: side of a town's own dot
  const BESIDE = 5; // pixels beside a point of the journey's own in which no town's dot stands
  const STROKE = { every: 4, route: 5, ground: 2 }; // pixels from one box of a line to the next, where letters keep off it; and their sides
  const LETTERS = 0.8; // of the height of a word, that its letters take

  // The boxes along a leader, but for its beginning on the line that it points to.
  /** @type {(label: Label, stand: Stand, frame: Box) => Box[]} */
  const leader = ({ x, y }, { foot }, frame) => (foot ? beads([{ x, y }, foot], frame).slice(2) : []);

  // How many boxes of lines and rings that are drawn the letters of a word would cover.
  /** @type {(stand: Box, full: Full) => number} */
  const lined = ({ x, y, w, h }, { drawn }) => drawn.hits({ x, y: y + (h * (1 - LETTERS)) / 2, w, h: h * LETTERS });

  // What a stand costs: a word shuns the route; a badge stands on it, unless it would hide a stop; a leader is short.
  /** @type {(label: Label, stand: Stand, rank: number, full: Full, frame: Box) => number} */
  const price = (label, stand, rank, full, frame) => {
    const { soft, dots } = full;
    if (label.badge || stand.bare) return 9 * dots.hits(stand) + (rank ? soft.hits(stand) : 0) + rank * 0.1;
    if (!label.sign) return soft.hits(stand, 1) + lined(stand, full) + rank * 0.25;
    const beaded = leader(label, stand, frame);
    const crossed = beaded.reduce((sum, bead) => sum + soft.hits(bead, 0, 1), 0);
    return 2 * soft.hits(stand, 2) + 2 * dots.hits(stand, 2) + crossed + beaded.length * 0.4 + rank * 0.02;
  };

  /** @type {(box: Box, aside?: number) => Box} */
  const widened = ({ x, y, w, h }, aside = 0) => ({ x: x - aside, y, w: w + 2 * aside, h });

  /** @type {(box: Box, full: Full, frame: Box, aside?: number) => boolean} */
  const clear = (box, { hard, words }, frame, aside = 0) => within(box, frame) && !hard.hits(box, GAP) &&
    !(aside && words.hits(widened(box, aside)));

  // Whether a leader runs over what is taken. It may begin under what stands on its point.
  /** @type {(label: Label, stand: Stand, full: Full, frame: Box) => boolean} */
  const blocked = (label, stand, { hard }, frame) => {
    const over = leader(label, stand, frame).map((bead) => hard.hits(bead, GAP) > 0);
    return over.slice(hard.hits(middled(label.x, label.y, 1)) ? over.indexOf(false) : 0).includes(true);
  };

  // The stand inside the frame and free of what is taken, as its leader is, that costs the least; or null. A word there stands
  // on no line, unless it has to, and a sign that could have its words only across the route has none.
  /** @type {(label: Label, stands: Stand[], full: Full, frame: Box, forced?: boolean) => Stand | null} */
  const choose = (label, stands, full, frame, forced = false) => {
    const word = !label.badge && !label.sign && !label.centred;
    /** @type {Stand | null} */
    let best = null;
    let least = Infinity;
    stands.forEach((stand, rank) => {
      if (!clear(stand, full, frame) || (word && !forced && lined(stand, full))) return;
      if (label.sign && !stand.bare && full.soft.hits(stand, 0, 1)) return;
      if (blocked(label, stand, full, frame)) return;
      const cost = price(label, stand, rank, full, frame);
      if (cost < least) [best, least] = [stand, cost];
    });
    return best;
  };

  // Whether what a label points to can't be seen: it is beyond the frame, under a panel, or a town's dot that has no room.
  /** @type {(label: Label, full: Full, frame: Box) => boolean} */
  const unseen = ({ x, y, dot }, { panels, hard, dots }, frame) => {
    const spot = middled(x, y, TOWN);
    return !within(middled(x, y, 0), frame) || panels.hits(spot) > 0 ||
      Boolean(dot && (hard.hits(spot) || dots.hits(spot, BESIDE)));
  };

  // Where a label stands; null where it has no place. What must stand crosses the route or covers others, the fewest it can, but
  // is not put under a panel.
  /** @type {(label: Label, full: Full, frame: Box) => Stand | null} */
  const settle = (label, full, frame) => {
    const { pick, must } = label;
    if ((must || !pick) && unseen(label, full, frame)) return null;
    const own = pick && pick({ clear: (box, aside) => clear(box, full, frame, aside), crossed: (box) => full.soft.hits(box, 1), lined: (box) => lined(box, full) });
    if (own || (pick && !must)) return own || null;
    const groups = L.journey.stands(label, frame);
    for (const stands of groups) {
      const found = choose(label, stands, full, frame);
      if (found) return label.centred && full.soft.hits(found, 1) ? null : found;
    }
    if (!must) return null;
    const found = choose(label, groups.flat(), full, frame, true);
    if (found) return found;
    const open = groups[groups.length - 1].filter((stand) => !full.panels.hits(stand));
    const covered = open.map((stand) => full.hard.hits(stand));
    return open[covered.indexOf(Math.min(...covered))] || null;
  };

  // Where each of the labels stands, in their order, the first one freest; null where there is no room for it. None leaves
  // `frame` or covers another one or what is `taken`; lines and points are covered where that can't be helped.
  L.journey.placing = (labels, { frame, panels, taken, lines, ground, points }) => {
    const rings = points.map(({ x, y }) => middled(x, y, DOT));
    const full = {
      panels: filled(panels),
      hard: filled([...panels, ...taken]),
      words: filled([]),
      soft: filled(lines.flatMap((line) => beads(line, frame))),
      drawn: filled([...rings, ...[lines, ground].flatMap((all, i) => all.flatMap((line) => beads(line, frame, STROKE.every, i ? STROKE.ground : STROKE.route)))]),
      dots: filled(rings),
    };
    return labels.map((label) => {
      const stand = settle(label, full, frame);
      if (!stand) return null;
      full.words.add(stand);
      [widened(stand, stand.aside), ...leader(label, stand, frame)].forEach(full.hard.add);
      if (label.dot) full.hard.add(middled(label.x, label.y, TOWN));
      return stand;
    });
  };
})(window.L);
