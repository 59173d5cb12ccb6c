/* Where a box fits into the cells of one kind, and how much room there is around it. */
/** `fits` gives boxes of `w` by `h` pixels that lie in such cells wholly, with the cells of room around each.
 * @typedef {Box & {room: number}} Fit
 * @typedef {{area: number, middle: {x: number, y: number}, fits(w: number, h: number): Fit[]}} Room
 * @typedef {{fitting: (of: Int16Array, cols: number, rows: number, kind: number, cell: number) => Room}} Gives */
(function (L) {
  "use strict";

  const MOST = 6; // cells of room beyond which more is no better
  const MANY = 3000; // cells from which it is enough to try every second one

  // Cells `of` a kind in rows; `area` is their number, `middle` the middle of them all, in pixels.
  L.journey.fitting = (of, cols, rows, kind, cell) => {
    let [west, east, north, south, area, sumX, sumY] = [cols, -1, rows, -1, 0, 0, 0];
    for (let i = 0; i < of.length; i += 1) {
      if (of[i] !== kind) continue;
      const [x, y] = [i % cols, Math.floor(i / cols)];
      [west, east, north, south] = [Math.min(west, x), Math.max(east, x), Math.min(north, y), Math.max(south, y)];
      area += 1;
      sumX += x;
      sumY += y;
    }
    const [wide, high] = [Math.max(0, east - west + 1), Math.max(0, south - north + 1)];
    // Sums of the cells above and left of each, so that any box is counted by four of them (Crow, 1984).
    const sums = new Int32Array((wide + 1) * (high + 1));
    for (let y = 0; y < high; y += 1) {
      for (let x = 0, row = 0; x < wide; x += 1) {
        row += of[(north + y) * cols + west + x] === kind ? 1 : 0;
        sums[(y + 1) * (wide + 1) + x + 1] = sums[y * (wide + 1) + x + 1] + row;
      }
    }
    /** @type {(x: number, y: number, w: number, h: number) => boolean} */
    const whole = (x, y, w, h) => x >= 0 && y >= 0 && x + w <= wide && y + h <= high &&
      sums[(y + h) * (wide + 1) + x + w] - sums[y * (wide + 1) + x + w] - sums[(y + h) * (wide + 1) + x] + sums[y * (wide + 1) + x] === w * h;
    return {
      area,
      middle: { x: (sumX / area + 0.5) * cell, y: (sumY / area + 0.5) * cell },
      fits: (w, h) => {
        const [over, down] = [Math.ceil(w / cell), Math.ceil(h / cell)];
        /** @type {Fit[]} */
        const found = [];
        const step = wide * high > MANY ? 2 : 1;
        for (let y = 0; y + down <= high; y += step) {
          for (let x = 0; x + over <= wide; x += step) {
            if (!whole(x, y, over, down)) continue;
            let room = 0;
            while (room < MOST && whole(x - room - 1, y - room - 1, over + 2 * room + 2, down + 2 * room + 2)) room += 1;
            found.push({ x: (west + x + over / 2) * cell - w / 2, y: (north + y + down / 2) * cell - h / 2, w, h, room });
          }
        }
        return found;
      },
    };
  };
})(window.L);
