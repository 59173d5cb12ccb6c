/* The timeline's two rows as lengths: each leg alike above, its share of the bar below. Free of the DOM. */
/** A leg's place in both rows, from left to right, and the wedge between them as data of an SVG path.
 * @typedef {[number, number]} Range
 * @typedef {{above: Range, below: Range, path: string}} Wedge
 * @typedef {{wedges: (legs: {above: Range, below: Range}[], width: number, height: number, inset: number) => Wedge[]}} Gives */
(function (L) {
  "use strict";

  // For legs whose places are told as shares of the rows, 0..1, which are `width` pixels long and `height` apart; gives them
  // in pixels. Above, a wedge leaves `inset` pixels of its leg free on both sides.
  L.journey.wedges = (legs, width, height, inset) => {
    const bend = height / 2;
    return legs.map((leg) => {
      const [a, c] = [leg.above[0] * width, leg.above[1] * width];
      const [b, d] = [leg.below[0] * width, leg.below[1] * width];
      return {
        above: [a, c],
        below: [b, d],
        path: `M${a + inset} 0C${a + inset} ${bend} ${b} ${bend} ${b} ${height}`
          + `H${d}C${d} ${bend} ${c - inset} ${bend} ${c - inset} 0Z`,
      };
    });
  };
})(window.L);
