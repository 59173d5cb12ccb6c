/* The timeline's two rows as lengths: each leg alike above, its share of the bar below. Free of the DOM. */
/** A leg's place in both rows, from left to right in pixels, and the wedge between them as data of an SVG path.
 * @typedef {{above: [number, number], below: [number, number], path: string}} Wedge
 * @typedef {{wedges: (shares: number[], width: number, height: number, inset: number) => Wedge[]}} Gives */
(function (L) {
  "use strict";

  // For legs with those shares of the bar, 0..1, whose rows are `width` pixels long and `height` apart; above, a wedge
  // leaves `inset` pixels of its leg free on both sides.
  L.journey.wedges = (shares, width, height, inset) => {
    const bend = height / 2;
    let left = 0;
    return shares.map((share, i) => {
      const [a, c] = [(i * width) / shares.length, ((i + 1) * width) / shares.length];
      const [b, d] = [left, left + share * width];
      left = d;
      return {
        above: [a, c],
        below: [b, d],
        path: `M${a + inset} 0C${a + inset} ${bend} ${b} ${bend} ${b} ${height}`
          + `H${d}C${d} ${bend} ${c - inset} ${bend} ${c - inset} 0Z`,
      };
    });
  };
})(window.L);
