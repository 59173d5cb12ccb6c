/* A scale on which guesses and an answer stand: hands as columns, numbers as marks, a range as a bar. */
// needs: class/figures
(function (L) {
  "use strict";

  const { reach, share, ticks, teller } = L.journey.figures;
  const SVG = "http://www.w3.org/2000/svg";
  const [WIDTH, HEIGHT] = [560, 190]; // units of the drawing
  const [EDGE, BASE] = [34, 128]; // units kept free at the sides, and from the top to the axis
  const TALL = 92; // units that the highest column is high

  // An SVG shape of that name, with attributes and text.
  const shape = (name, attributes, text) => {
    const made = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    if (text) made.textContent = text;
    return made;
  };

  // Units from the left for a value on the scale.
  const placer = (ends) => (value) => EDGE + share(value, ends) * (WIDTH - 2 * EDGE);

  const axis = (ends, x, tell) => ticks(ends, 5).flatMap((value) => [
    shape("path", { class: "cl-axis", d: `M${x(value)} ${BASE}v6` }),
    shape("text", { x: x(value), y: BASE + 24, "text-anchor": "middle" }, tell(value)),
  ]);

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

  const marks = (numbers, x) => numbers.map((value) => shape("path", { class: "cl-mark", d: `M${x(value)} ${BASE - 2}l-7 -14h14z` }));

  // The answer's bar: from least to most, with an open end where nothing bounds it from above.
  const bar = ({ least, most }, x) => {
    const [from, y] = [x(least), BASE + 42];
    if (most === null) {
      const end = WIDTH - EDGE + 22;
      return [shape("path", { class: "cl-answer", d: `M${from} ${y - 9}v18M${from} ${y}H${end}M${end - 9} ${y - 8}L${end} ${y}L${end - 9} ${y + 8}` })];
    }
    if (most > least) return [shape("path", { class: "cl-answer", d: `M${from} ${y - 9}v18M${from} ${y}H${x(most)}M${x(most)} ${y - 9}v18` })];
    return [shape("path", { class: "cl-answer", d: `M${from} ${BASE - TALL}V${y + 9}` }), shape("circle", { class: "cl-answer-dot", cx: from, cy: y, r: 7 })];
  };

  // The scale as an element. Options: guess {low, high, unit, least, most}, numbers, hands [{low, high, count}],
  // told whether the answer is shown, locale, label for readers.
  L.journey.scale = ({ guess, numbers, hands, told, locale, label }) => {
    const known = told && guess.least !== null;
    const ends = reach(guess.low, guess.high, [...numbers, ...(known ? [guess.least, guess.most] : [])]);
    const x = placer(ends);
    const svg = shape("svg", { class: "cl-scale", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label });
    svg.append(
      shape("path", { class: "cl-axis", d: `M${EDGE} ${BASE}H${WIDTH - EDGE}` }),
      ...axis(ends, x, teller(locale, guess.unit)), ...columns(hands, x), ...marks(numbers, x), ...(known ? bar(guess, x) : []),
    );
    return svg;
  };
  L.journey.scale.shape = shape;
})(window.L);
