/* Directions that were guessed and the one that is known, on a card of the compass. */
// needs: arithmetic/rose element/shape
/** @typedef {{compass: (drawn: Drawn) => SVGElement}} Gives */
(function (L) {
  "use strict";

  const { rose, shape } = L.journey;
  const SIDE = 280; // units of the drawing
  const RADIUS = 108; // units
  const WINDS = [0, 45, 90, 135, 180, 225, 270, 315]; // degrees

  /** @type {(name: string, degrees: number, from: number, until: number) => SVGElement} */
  const ray = (name, degrees, from, until) => shape("path", { class: name, d: rose.ray(SIDE, degrees, from, until) });
  /** @type {(name: string, low: number, high: number, radius: number) => SVGElement} */
  const sector = (name, low, high, radius) => shape("path", { class: name, d: rose.sector(SIDE, low, high, radius) });

  // Hands as sectors whose areas tell how many they are.
  /** @type {(hands: Hands[]) => SVGElement[]} */
  const sectors = (hands) => {
    const most = Math.max(1, ...hands.map(({ count }) => count));
    return hands.filter(({ count }) => count).map(({ low, high, count }) => sector("cl-column", low, high, Math.sqrt(count / most) * RADIUS));
  };

  /** @type {() => SVGElement[]} */
  const card = () => [
    shape("circle", { class: "cl-axis", cx: SIDE / 2, cy: SIDE / 2, r: RADIUS }),
    ...WINDS.flatMap((degrees) => {
      const [x, y] = rose.tip(SIDE, degrees, RADIUS + 17);
      return [ray("cl-axis", degrees, RADIUS - 6, RADIUS), shape("text", { x, y: y + 5, "text-anchor": "middle" }, `${degrees}°`)];
    }),
  ];

  /** @type {(least: number, most: number | null) => SVGElement[]} */
  const answer = (least, most) => {
    if (most !== null && most > least) return [sector("cl-column", least, most, RADIUS)];
    const [cx, cy] = rose.tip(SIDE, least, RADIUS - 4);
    return [ray("cl-answer", least, 0, RADIUS - 4), shape("circle", { class: "cl-answer-dot", cx, cy, r: 7 })];
  };

  L.journey.compass = ({ guess, numbers, hands, told, label }) => {
    const svg = shape("svg", { class: "cl-scale cl-compass", viewBox: `0 0 ${SIDE} ${SIDE}`, role: "img", "aria-label": label });
    svg.append(...sectors(hands), ...card(), ...numbers.map((degrees) => ray("cl-ray", degrees, 0, RADIUS - 10)));
    if (told && guess.least !== null) svg.append(...answer(guess.least, guess.most));
    return svg;
  };
})(window.L);
