/* The compass rose: directions in degrees clockwise from north as lines and sectors around the middle of a square. */
/** @typedef {{rose: {
 *   tip: (side: number, degrees: number, length: number) => [number, number],
 *   ray: (side: number, degrees: number, from: number, until: number) => string,
 *   sector: (side: number, low: number, high: number, radius: number) => string}}} Gives */
(function (L) {
  "use strict";

  // The end of a line of some length from the middle, in units of the square's side.
  /** @type {Gives["rose"]["tip"]} */
  const tip = (side, degrees, length) => {
    const angle = (degrees * Math.PI) / 180;
    return [side / 2 + Math.sin(angle) * length, side / 2 - Math.cos(angle) * length];
  };

  L.journey.rose = {
    tip,
    // The line in a direction between two distances from the middle, as SVG has paths.
    ray: (side, degrees, from, until) => {
      const [[x, y], [x1, y1]] = [tip(side, degrees, from), tip(side, degrees, until)];
      return `M${x.toFixed(1)} ${y.toFixed(1)}L${x1.toFixed(1)} ${y1.toFixed(1)}`;
    },
    // The sector from one direction to another, clockwise, as SVG has paths; an arc of a whole turn is drawn as two.
    sector: (side, low, high, radius) => {
      const [[x, y], [x1, y1]] = [tip(side, low, radius), tip(side, high, radius)];
      const half = high - low >= 360 ? `A${radius} ${radius} 0 0 1 ${tip(side, low + 180, radius)}` : "";
      const wide = !half && high - low > 180 ? 1 : 0;
      return `M${side / 2} ${side / 2}L${x} ${y}${half}A${radius} ${radius} 0 ${wide} 1 ${x1} ${y1}Z`;
    },
  };
})(window.L);
