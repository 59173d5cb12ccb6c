/* The leg that has a view from near, on maps where it is too short to be seen as a line: a dot stands for it. */
// needs: arithmetic/arithmetic
/** Which leg it is, where the dot stands, and until which zoom.
 * @typedef {{leg: number, at: Point, until: number}} Speck
 * @typedef {{speck: (data: Pick<Data, "legs" | "closeUp">) => Speck | null}} Gives */
(function (L) {
  "use strict";

  const { middle, zoomFor } = L.journey.arithmetic;
  const SIZE = 13; // pixels that the dot is wide, and a line shorter than that is none

  // Null where no leg has a view from near.
  L.journey.speck = ({ legs, closeUp }) => {
    const leg = closeUp ? legs.findIndex(({ id }) => id === closeUp.leg) : -1;
    if (leg < 0) return null;
    const at = middle(legs[leg].points);
    return { leg, at, until: zoomFor(legs[leg].drawn * 1000, at[0], SIZE) };
  };
})(window.L);
