/* Whose each piece of land in a grid is: by the borders around it, else by places on it. */
// needs: arithmetic/grid
/** `of` has for each cell the index of its country in `codes`, or -1 where there is water, a border or nobody knows. What no
 * border and no place tells of, `otherwise` tells, by cell.
 * @typedef {import("./grid.js").Grid} Grid
 * @typedef {{codes: string[], of: Int16Array}} Owned
 * @typedef {{owners: (grid: Grid, places: Grid["seeds"], otherwise: (cell: number) => string) => Owned}} Gives */
(function (L) {
  "use strict";

  const SURE = 0.75; // share of the votes by which a whole piece is one country's

  // Land in pieces that borders part: for each cell the number of its piece, from 1 on, else 0; and the first cell of each.
  /** @type {(grid: Grid) => {of: Int32Array, firsts: number[]}} */
  const piecesOf = ({ cols, rows, land, wall }) => {
    const of = new Int32Array(cols * rows);
    const open = new Int32Array(cols * rows);
    /** @type {number[]} */
    const firsts = [];
    for (let i = 0; i < of.length; i += 1) {
      if (!land[i] || wall[i] || of[i]) continue;
      firsts.push(i);
      let count = 1;
      open[0] = i;
      of[i] = firsts.length;
      while (count) {
        count -= 1;
        const at = open[count];
        const col = at % cols;
        for (const [to, there] of [[at - 1, col > 0], [at + 1, col < cols - 1], [at - cols, at >= cols], [at + cols, at < of.length - cols]]) {
          const next = Number(to);
          if (!there || !land[next] || wall[next] || of[next]) continue;
          of[next] = firsts.length;
          open[count] = next;
          count += 1;
        }
      }
    }
    return { of, firsts };
  };

  // The votes for each piece: by country, and those cast on it.
  /** @type {(seeds: Grid["seeds"], pieces: Int32Array) => Map<number, Grid["seeds"]>} */
  const cast = (seeds, pieces) => {
    /** @type {Map<number, Grid["seeds"]>} */
    const found = new Map();
    seeds.forEach((seed) => {
      const piece = pieces[seed.at];
      if (!piece) return;
      const there = found.get(piece);
      if (there) there.push(seed);
      else found.set(piece, [seed]);
    });
    return found;
  };

  // The country with the most votes, and its share of them.
  /** @type {(votes: Grid["seeds"]) => [string, number]} */
  const winner = (votes) => {
    /** @type {Record<string, number>} */
    const counts = {};
    votes.forEach(({ code }) => { counts[code] = (counts[code] || 0) + 1; });
    const [code, count] = Object.entries(counts).reduce((best, one) => (one[1] > best[1] ? one : best));
    return [code, count / votes.length];
  };

  // Gives each cell of a piece to the country whose vote is nearest on the way over land.
  /** @type {(grid: Grid, pieces: Int32Array, piece: number, votes: Grid["seeds"], give: (cell: number, code: string) => void) => void} */
  const spread = ({ cols }, pieces, piece, votes, give) => {
    const queue = [...new Map(votes.map((vote) => [vote.at, vote])).values()];
    const seen = new Set(queue.map(({ at }) => at));
    for (let i = 0; i < queue.length; i += 1) {
      const { at, code } = queue[i];
      give(at, code);
      [at - 1, at + 1, at - cols, at + cols].forEach((next) => {
        if (pieces[next] !== piece || seen.has(next) || (Math.abs(next - at) === 1 && Math.floor(next / cols) !== Math.floor(at / cols))) return;
        seen.add(next);
        queue.push({ at: next, code });
      });
    }
  };

  L.journey.owners = (grid, places, otherwise) => {
    const { of: pieces, firsts } = piecesOf(grid);
    const [beside, upon] = [cast(grid.seeds, pieces), cast(places, pieces)];
    /** @type {string[]} */
    const codes = [];
    /** @type {(code: string) => number} */
    const index = (code) => {
      if (!code) return -1;
      if (!codes.includes(code)) codes.push(code);
      return codes.indexOf(code);
    };
    const of = new Int16Array(pieces.length).fill(-1);
    /** @type {Int16Array} */
    const whole = new Int16Array(firsts.length + 1).fill(-1);
    firsts.forEach((first, i) => {
      const votes = beside.get(i + 1) || upon.get(i + 1);
      if (!votes) {
        whole[i + 1] = index(otherwise(first));
        return;
      }
      const [code, share] = winner(votes);
      if (share >= SURE) whole[i + 1] = index(code);
      else spread(grid, pieces, i + 1, votes, (cell, its) => { of[cell] = index(its); });
    });
    for (let i = 0; i < of.length; i += 1) if (of[i] < 0 && pieces[i]) of[i] = whole[pieces[i]];
    return { codes, of };
  };
})(window.L);
