/* The names of countries: each in what is to be seen of its land, as large as that allows. */
/** @typedef {import("./labels.js").Item} Item
 * @typedef {import("./survey.js").Surveyed} Surveyed
 * @typedef {Parameters<NonNullable<Item["pick"]>>[0]} Made
 * @typedef {import("../arithmetic/stands.js").Ask} Ask
 * @typedef {import("../arithmetic/stands.js").Stand} Stand
 * @typedef {{countries: (survey: () => Surveyed, names: Record<string, string>, rank: number) => Item[]}} Gives */
(function (L) {
  "use strict";

  // Sizes in pixels, spacing between letters in shares of the size; the style sheet sets them as `base` where they are measured.
  const BASE = { size: 13, spacing: 0.34 };
  const NARROW = [{ size: 13, spacing: 0.34 }, { size: 13, spacing: 0.22 }, { size: 12, spacing: 0.2 }, { size: 11, spacing: 0.16 }];
  const LARGEST = { far: 19, near: 22 };
  const NEAR = 12; // zoom from which names are larger
  const SMALL = 150; // pixels: side of a square of land that is small
  const ASIDE = 1.6; // sizes to either side of a name in which no other word stands, so that the two are not read as one
  const TALL = 1.2; // height of a line, in sizes
  const BROKEN = 2; // sizes, the least ones, that are tried in two lines
  const HALFWAY = 60; // pixels off the middle of the land that weigh as much as a cell of room

  // The sizes that a name may have on so many square pixels of land, the largest first.
  /** @type {(area: number, zoom: number) => {size: number, spacing: number}[]} */
  const sizes = (area, zoom) => {
    const most = zoom >= NEAR ? LARGEST.near : LARGEST.far;
    const whole = 13 + (most - 13) * Math.max(0, Math.min(1, Math.log2(Math.sqrt(area) / SMALL) / 2));
    const larger = [];
    for (let size = Math.round(whole); size > 13; size -= 2) larger.push({ size, spacing: BASE.spacing });
    return [...larger, ...NARROW];
  };

  // Where a name stands: clear of all, off the route where that can be, with room around it and near the middle of its land.
  /** @type {(name: string, room: import("../arithmetic/fitting.js").Room, options: {size: number, spacing: number}[], made: Made, ask: Ask) => Stand | null} */
  const place = (name, room, options, made, ask) => {
    const letters = [...name].length;
    // Lines of which each is so many sizes wide without what is between its letters.
    const whole = { lines: 1, letters, bare: made.w / BASE.size - letters * BASE.spacing };
    const longest = Math.max(...name.split("\n").map((line) => [...line].length));
    const broken = made.broken && { lines: 2, letters: longest, bare: made.broken.w / BASE.size - longest * BASE.spacing };
    const settings = [...options.map((one) => ({ ...one, ...whole })), ...(broken ? options.slice(-BROKEN).map((one) => ({ ...one, ...broken })) : [])];
    /** @type {{stand: Stand, crossed: number} | null} */
    let best = null;
    for (const least of [1, 0]) {
      for (const { size, spacing, lines, letters: count, bare } of settings) {
        const found = room.fits(size * (bare + (count + 1) * spacing), size * TALL * lines).filter((fit) => fit.room >= least)
          .map((fit) => ({ fit, cost: Math.hypot(fit.x + fit.w / 2 - room.middle.x, fit.y + fit.h / 2 - room.middle.y) / HALFWAY - fit.room }))
          .sort((a, b) => a.cost - b.cost);
        for (const { fit } of found) {
          if (!ask.clear(fit, ASIDE * size)) continue;
          const crossed = ask.crossed(fit);
          if (!best || crossed < best.crossed) best = { stand: { x: fit.x, y: fit.y, w: fit.w, h: fit.h, size, spacing, broken: lines > 1, aside: ASIDE * size }, crossed };
          if (!crossed) return best.stand;
        }
      }
    }
    return best && best.stand;
  };

  // A name with its middle space as where it may be broken.
  /** @type {(name: string) => string} */
  const breakable = (name) => {
    const spaces = [...name].flatMap((letter, i) => (letter === " " ? [i] : []));
    if (!spaces.length) return name;
    const at = spaces.reduce((best, i) => (Math.abs(i - name.length / 2) < Math.abs(best - name.length / 2) ? i : best));
    return `${name.slice(0, at)}\n${name.slice(at + 1)}`;
  };

  L.journey.countries = (survey, names, rank) => Object.entries(names).map(([code, name]) => ({ code, text: breakable(name) })).map(({ code, text }) => ({
    kind: "country", text, at: [0, 0], rank, zoom: 0,
    here: () => survey().owned.codes.includes(code),
    pick: (made, ask) => {
      const { room, view } = survey();
      const land = room(code);
      return place(text, land, sizes(land.area * survey().grid.cell ** 2, view.zoom), made, ask);
    },
  }));
})(window.L);
