/* Whose each piece of land in a grid is: known of all of it, or by the borders around it and the places on it. */
/** `of` has for each cell the index of its country in `codes`, or -1 where there is water, a border or nobody knows. What no
 * border and no place tells of, `otherwise` tells, by cell. A place is `bounded` where its country has a border anywhere.
 * @typedef {import("./grid.js").Grid} Grid
 * @typedef {{codes: string[], of: Int16Array}} Owned
 * @typedef {{at: number, code: string, bounded: boolean}[]} Places
 * @typedef {{owners: (grid: Grid, places: Places, otherwise: (cell: number) => string) => Owned}} Gives */
(function (L) {
  "use strict";

  const SURE = 0.95; // share of the votes by which a whole piece is one country's
  const SMALL = 12; // cells below which nobody looks farther for whose a piece is, for it has no room for a name

  // Land of which not all is known to be one country's, in pieces that borders part: for each cell the number of its piece, from
  // 1 on, else 0; and of each piece a cell and how many it has.
  /** @type {(grid: Grid) => {of: Int32Array, pieces: {first: number, size: number}[]}} */
  const piecesOf = ({ cols, rows, land, held, wall }) => {
    const of = new Int32Array(cols * rows);
    const open = new Int32Array(cols * rows);
    /** @type {{first: number, size: number}[]} */
    const pieces = [];
    let [count, number] = [0, 0];
    /** @type {(cell: number) => void} */
    const reach = (cell) => {
      if (!land[cell] || held[land[cell]] || wall[cell] || of[cell]) return;
      of[cell] = number;
      open[count] = cell;
      count += 1;
    };
    for (let first = 0; first < of.length; first += 1) {
      if (!land[first] || held[land[first]] || wall[first] || of[first]) continue;
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
  /** @type {<Vote extends {at: number}>(seeds: Vote[], pieces: Int32Array) => Map<number, Vote[]>} */
  const cast = (seeds, pieces) => {
    /** @type {ReturnType<typeof cast<typeof seeds[number]>>} */
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
      const settled = upon.get(i + 1) || [];
      // A state too small for a border here has no land that a neighbour can have.
      const bounded = settled.filter((place) => place.bounded);
      const votes = [...(beside.get(i + 1) || []), ...(bounded.length || beside.has(i + 1) ? bounded : settled)];
      if (!votes.length) {
        whole[i + 1] = size < SMALL ? -1 : index(otherwise(first));
        return;
      }
      const [code, share] = winner(votes);
      // Who lives there knows better than what lies beside a border.
      if (share >= SURE && bounded.every((place) => place.code === code)) whole[i + 1] = index(code);
      else spread(grid, numbers, i + 1, votes, (cell, its) => { of[cell] = index(its); });
    });
    /** @type {number[]} */
    const known = [];
    for (let i = 0; i < of.length; i += 1) {
      if (of[i] < 0 && numbers[i]) of[i] = whole[numbers[i]];
      else if (grid.land[i] && !numbers[i] && !grid.wall[i]) of[i] = known[grid.land[i]] ??= index(grid.held[grid.land[i]] || "");
    }
    return { codes, of };
  };
})(window.L);
