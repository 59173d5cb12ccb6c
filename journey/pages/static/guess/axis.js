/* Guesses and their answer on a straight scale: hands as columns, numbers as marks, a range as a bar. */
// needs: arithmetic/measure arithmetic/scale element/shape
/** @typedef {{axis: (drawn: Drawn) => SVGElement}} Gives */
(function (L) {
  "use strict";

  const { measure, scale, shape } = L.journey;
  const [WIDTH, HEIGHT] = [560, 190]; // units of the drawing
  const [EDGE, BASE] = [34, 128]; // units kept free at the sides, and from the top to the axis
  const TALL = 92; // units that the highest column is high

  /** @typedef {(value: number) => number} Placer units from the left for a value on the scale */

  /** @type {(domain: [number, number], x: Placer, tell: (value: number) => string) => SVGElement[]} */
  const ticks = (domain, x, tell) => scale.ticks(domain, 5).flatMap((value) => [
    shape("path", { class: "cl-axis", d: `M${x(value)} ${BASE}v6` }),
    shape("text", { x: x(value), y: BASE + 24, "text-anchor": "middle" }, tell(value)),
  ]);

  /** @type {(hands: Hands[], x: Placer) => SVGElement[]} */
  const columns = (hands, x) => {
    const most = Math.max(1, ...hands.map(({ count }) => count));
    return hands.filter(({ count }) => count).flatMap(({ low, high, count }) => {
      const height = (count / most) * TALL;
      const middle = (x(low) + x(high)) / 2;
      return [
        shape("rect", { class: "cl-column", x: x(low) + 1, width: Math.max(2, x(high) - x(low) - 2), y: BASE - height, height }),
        shape("text", { x: middle, y: BASE - height - 6, "text-anchor": "middle" }, String(count)),
      ];
    });
  };

  /** @type {(numbers: number[], x: Placer) => SVGElement[]} */
  const marks = (numbers, x) => numbers.map((value) => shape("path", { class: "cl-mark", d: `M${x(value)} ${BASE - 2}l-7 -14h14z` }));

  // The answer's bar: from least to most, with an open end where nothing bounds it from above.
  /** @type {(least: number, most: number | null, x: Placer) => SVGElement[]} */
  const bar = (least, most, x) => {
    const [from, y] = [x(least), BASE + 42];
    if (most === null) {
      const end = WIDTH - EDGE + 22;
      return [shape("path", { class: "cl-answer", d: `M${from} ${y - 9}v18M${from} ${y}H${end}M${end - 9} ${y - 8}L${end} ${y}L${end - 9} ${y + 8}` })];
    }
    if (most > least) return [shape("path", { class: "cl-answer", d: `M${from} ${y - 9}v18M${from} ${y}H${x(most)}M${x(most)} ${y - 9}v18` })];
    return [shape("path", { class: "cl-answer", d: `M${from} ${BASE - TALL}V${y + 9}` }), shape("circle", { class: "cl-answer-dot", cx: from, cy: y, r: 7 })];
  };

  L.journey.axis = ({ guess, numbers, hands, told, locale, label }) => {
    const least = told ? guess.least : null;
    const domain = scale.domain(guess.low, guess.high, [...numbers, ...(least === null ? [] : [least, guess.most])]);
    /** @type {Placer} */
    const x = (value) => EDGE + scale.share(value, domain) * (WIDTH - 2 * EDGE);
    const svg = shape("svg", { class: "cl-scale", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label });
    svg.append(
      shape("path", { class: "cl-axis", d: `M${EDGE} ${BASE}H${WIDTH - EDGE}` }),
      ...ticks(domain, x, measure.teller(locale, guess.unit)), ...columns(hands, x), ...marks(numbers, x),
      ...(least === null ? [] : bar(least, guess.most, x)),
    );
    return svg;
  };
})(window.L);
