/* The names of countries: each in what is to be seen of its land, as large as that allows. */
/** @typedef {import("./labels.js").Item} Item
 * @typedef {import("./survey.js").Surveyed} Surveyed
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
  const TALL = 1.2; // height of a line, in sizes
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
  /** @type {(name: string, room: import("../arithmetic/fitting.js").Room, options: {size: number, spacing: number}[], made: {w: number}, ask: Ask) => Stand | null} */
  const place = (name, room, options, made, ask) => {
    const letters = [...name].length;
    const bare = made.w / BASE.size - letters * BASE.spacing;
    /** @type {{stand: Stand, crossed: number} | null} */
    let best = null;
    for (const least of [1, 0]) {
      for (const { size, spacing } of options) {
        const found = room.fits(size * (bare + (letters + 1) * spacing), size * TALL).filter((fit) => fit.room >= least)
          .map((fit) => ({ fit, cost: Math.hypot(fit.x + fit.w / 2 - room.middle.x, fit.y + fit.h / 2 - room.middle.y) / HALFWAY - fit.room }))
          .sort((a, b) => a.cost - b.cost);
        for (const { fit } of found) {
          if (!ask.clear(fit)) continue;
          const crossed = ask.crossed(fit);
          if (!best || crossed < best.crossed) best = { stand: { x: fit.x, y: fit.y, w: fit.w, h: fit.h, size, spacing }, crossed };
          if (!crossed) return best.stand;
        }
      }
    }
    return best && best.stand;
  };

  L.journey.countries = (survey, names, rank) => Object.entries(names).map(([code, text]) => ({
    kind: "country", text, at: [0, 0], rank, zoom: 0,
    here: () => survey().owned.codes.includes(code),
    pick: (made, ask) => {
      const { room, view } = survey();
      const land = room(code);
      return place(text, land, sizes(land.area * survey().grid.cell ** 2, view.zoom), made, ask);
    },
  }));
})(window.L);
