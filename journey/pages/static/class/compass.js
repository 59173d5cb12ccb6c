/* Directions guessed and the one that is known, on a card of the compass. */
// needs: class/scale
(function (L) {
  "use strict";

  const { shape } = L.journey.scale;
  const SIDE = 280; // units of the drawing
  const RADIUS = 108; // units

  // The end, in units, of a line of so many units from the middle in a direction in degrees clockwise from north.
  const tip = (degrees, length) => {
    const angle = (degrees * Math.PI) / 180;
    return [SIDE / 2 + Math.sin(angle) * length, SIDE / 2 - Math.cos(angle) * length];
  };
  const ray = (name, degrees, from, until) => {
    const [[x, y], [x1, y1]] = [tip(degrees, from), tip(degrees, until)];
    return shape("path", { class: name, d: `M${x.toFixed(1)} ${y.toFixed(1)}L${x1.toFixed(1)} ${y1.toFixed(1)}` });
  };
  // A piece of the ring from one direction to another, clockwise.
  const wedge = (low, high, length) => {
    const [[x, y], [x1, y1]] = [tip(low, length), tip(high, length)];
    const wide = high - low > 180 ? 1 : 0;
    const all = high - low >= 360 ? tip(low + 180, length) : null;
    const arc = all ? `A${length} ${length} 0 0 1 ${all}A${length} ${length} 0 0 1 ${x1} ${y1}` : `A${length} ${length} 0 ${wide} 1 ${x1} ${y1}`;
    return shape("path", { class: "cl-column", d: `M${SIDE / 2} ${SIDE / 2}L${x} ${y}${arc}Z` });
  };

  // The card as an element. Options as those of the scale, values in degrees.
  L.journey.compass = ({ guess, numbers, hands, told, label }) => {
    const svg = shape("svg", { class: "cl-scale cl-compass", viewBox: `0 0 ${SIDE} ${SIDE}`, role: "img", "aria-label": label });
    const most = Math.max(1, ...hands.map(({ count }) => count));
    const some = hands.filter(({ count }) => count);
    svg.append(...some.map(({ low, high, count }) => wedge(low, high, (Math.sqrt(count / most)) * RADIUS)));
    svg.append(shape("circle", { class: "cl-axis", cx: SIDE / 2, cy: SIDE / 2, r: RADIUS }));
    for (let degrees = 0; degrees < 360; degrees += 45) {
      const [x, y] = tip(degrees, RADIUS + 17);
      svg.append(ray("cl-axis", degrees, RADIUS - 6, RADIUS), shape("text", { x, y: y + 5, "text-anchor": "middle" }, `${degrees}°`));
    }
    svg.append(...numbers.map((degrees) => ray("cl-ray", degrees, 0, RADIUS - 10)));
    if (!told || guess.least === null) return svg;
    const far = guess.most === null ? guess.least : guess.most;
    if (far > guess.least) svg.append(wedge(guess.least, far, RADIUS));
    else svg.append(ray("cl-answer", guess.least, 0, RADIUS - 4), shape("circle", { class: "cl-answer-dot", cx: tip(far, RADIUS - 4)[0], cy: tip(far, RADIUS - 4)[1], r: 7 }));
    return svg;
  };
})(window.L);
