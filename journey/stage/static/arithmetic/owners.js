/* Whose each piece of land in a grid is: by the borders around it, else by places on it. */
/** `of` has for each cell the index of its country in `codes`, or -1 where there is water, a border or nobody knows. What no
 * border and no place tells of, `otherwise` tells, by cell.
 * @typedef {import("./grid.js").Grid} Grid
 * @typedef {{codes: string[], of: Int16Array}} Owned
 * @typedef {{owners: (grid: Grid, places: Grid["seeds"], otherwise: (cell: number) => string) => Owned}} Gives */
(function (L) {
  "use strict";

  const SURE = 0.95; // share of the votes by which a whole piece is one country's
  const SMALL = 12; // cells below which nobody looks farther for whose a piece is, for it has no room for a name

  // Land in pieces that borders part: for each cell the number of its piece, from 1 on, else 0; and of each piece a cell and how
  // many it has.
  /** @type {(grid: Grid) => {of: Int32Array, pieces: {first: number, size: number}[]}} */
  const piecesOf = ({ cols, rows, land, wall }) => {
    const of = new Int32Array(cols * rows);
    const open = new Int32Array(cols * rows);
    /** @type {{first: number, size: number}[]} */
    const pieces = [];
    let [count, number] = [0, 0];
    /** @type {(cell: number) => void} */
    const reach = (cell) => {
      if (!land[cell] || wall[cell] || of[cell]) return;
      of[cell] = number;
      open[count] = cell;
      count += 1;
    };
    for (let first = 0; first < of.length; first += 1) {
      if (!land[first] || wall[first] || of[first]) continue;
      number = pieces.length + 1;
      let size = 0;
      for (reach(first); count; size += 1) {
        count -= 1;
        const at = open[count];
        const col = at % cols;
        if (col > 0) reach(at - 1);
        if (col < cols - 1) reach(at + 1);
        if (at >= cols) reach(at - cols);
        if (at + cols < of.length) reach(at + cols);
      }
      pieces.push({ first, size });
    }
    return { of, pieces };
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
    const seen = new Uint8Array(pieces.length);
    queue.forEach(({ at }) => { seen[at] = 1; });
    for (let i = 0; i < queue.length; i += 1) {
      const { at, code } = queue[i];
      const col = at % cols;
      /** @type {(next: number) => void} */
      const reach = (next) => {
        if (pieces[next] !== piece || seen[next]) return;
        seen[next] = 1;
        queue.push({ at: next, code });
      };
      give(at, code);
      if (col > 0) reach(at - 1);
      if (col < cols - 1) reach(at + 1);
      reach(at - cols);
      reach(at + cols);
    }
  };

  L.journey.owners = (grid, places, otherwise) => {
    const { of: numbers, pieces } = piecesOf(grid);
    const [beside, upon] = [cast(grid.seeds, numbers), cast(places, numbers)];
    /** @type {string[]} */
    const codes = [];
    /** @type {(code: string) => number} */
    const index = (code) => {
      if (code && !codes.includes(code)) codes.push(code);
      return codes.indexOf(code);
    };
    const of = new Int16Array(numbers.length).fill(-1);
    const whole = new Int16Array(pieces.length + 1).fill(-1);
    pieces.forEach(({ first, size }, i) => {
      const votes = beside.get(i + 1) || upon.get(i + 1);
      if (!votes) {
        whole[i + 1] = size < SMALL ? -1 : index(otherwise(first));
        return;
      }
      const [code, share] = winner(votes);
      if (share >= SURE) whole[i + 1] = index(code);
      else spread(grid, numbers, i + 1, votes, (cell, its) => { of[cell] = index(its); });
    });
    for (let i = 0; i < of.length; i += 1) if (of[i] < 0 && numbers[i]) of[i] = whole[numbers[i]];
    return { codes, of };
  };
})(window.L);
