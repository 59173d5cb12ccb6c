/* Distance over true time, under the timeline: flat where they wait, steep where they are fast. */
// needs: arithmetic/arithmetic arithmetic/clock core/node
(function (L) {
  "use strict";

  const { node } = L.journey;
  const { roundStep, timeStep } = L.journey.arithmetic;
  const SVG = "http://www.w3.org/2000/svg";
  const HEIGHT = 150; // pixels
  const [HEAD, BASE] = [12, 18]; // pixels kept free above and below
  const TICKS = { time: 84, km: 32 }; // pixels between two of them at the least

  const shape = (name, attributes, text) => {
    const made = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    if (text) made.textContent = text;
    return made;
  };

  // Options: legs, words, locale, colour(mode), alongAt(truth) pixels along the true time.
  // Returns {element, resize(width, widths of the legs in pixels), dot({truth, km} | null), repaint(),
  // compare([{name, kmh, seconds, km, end}]): ways that leave at `seconds` and `km` of the journey, at an even
  // speed in km/h, and end at `end` km, beside the journey's own}.
  L.journey.diagram = (options) => {
    const { legs, words } = options;
    const root = node("div", "jm-diagram");
    const total = legs.reduce((sum, leg) => sum + leg.span, 0);
    const end = legs[legs.length - 1].km;
    const whole = end[end.length - 1] || 1;
    const tell = L.journey.clock.teller(options.locale, total);
    const far = new Intl.NumberFormat(options.locale, { style: "unit", unit: "kilometer", unitDisplay: "short" });
    const svg = shape("svg", { role: "img", "aria-label": words["strip.diagram_how"] });
    const grid = shape("g", { class: "jm-grid" });
    const lines = shape("g", {});
    const beside = shape("g", { class: "jm-beside" });
    const point = shape("circle", { r: 5, class: "jm-diagram-dot", visibility: "hidden" });
    svg.append(grid, beside, lines, point);
    root.append(svg);
    let made = [];
    let ways = [];
    let across = 0; // pixels
    // Seconds at which the legs start: there the scale of the time changes.
    let gone = 0;
    const turns = legs.map(({ span }) => (gone += span) - span);

    // Pixels from the top for km since the start.
    const depth = (km) => HEIGHT - BASE - (km / whole) * (HEIGHT - HEAD - BASE);

    const way = (leg, left, width) => {
      let [px, py] = [NaN, NaN];
      return leg.km.map((km, i) => {
        const [x, y] = [left + leg.at[i] * width, depth(km)];
        if (i && i < leg.km.length - 1 && Math.abs(x - px) + Math.abs(y - py) < 1) return "";
        [px, py] = [x, y];
        return `${i ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`;
      }).join("");
    };

    const axes = (width) => {
      grid.replaceChildren();
      const rule = (x0, y0, x1, y1) => grid.append(shape("path", { d: `M${x0} ${y0}L${x1} ${y1}` }));
      const step = roundStep(whole, (HEIGHT - HEAD - BASE) / TICKS.km);
      for (let km = 0; km <= whole * (1 + 1e-9); km += step) {
        rule(0, depth(km), width, depth(km));
        if (km) grid.append(shape("text", { x: 2, y: depth(km) - 3 }, far.format(Number(km.toPrecision(6)))));
      }
      const tick = total > 0 ? timeStep(total, width / TICKS.time) : Infinity;
      for (let time = 0; time < total * (1 + 1e-9); time += tick) {
        const x = options.alongAt(time / total);
        rule(x, HEIGHT - BASE, x, HEIGHT - BASE + 4);
        if (time && x < width - 24) grid.append(shape("text", { x, y: HEIGHT - 3, "text-anchor": "middle" }, tell(time)));
      }
    };

    const draw = ({ name, kmh, seconds, km, end: goal }) => {
      const last = Math.min(total, seconds + ((Math.min(goal, whole) - km) / kmh) * 3600);
      const times = [seconds, ...turns.filter((time) => time > seconds && time < last), last];
      const places = times.map((time) => [options.alongAt(time / total), depth(km + ((time - seconds) / 3600) * kmh)]);
      const d = places.map(([x, y], i) => `${i ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
      const [x, y] = places[places.length - 1];
      const late = x > across * 0.7;
      const text = { x: x + (late ? -6 : 6), y: y - 5, "text-anchor": late ? "end" : "start" };
      return [shape("path", { d }), shape("text", text, name)];
    };
    const compare = (next) => {
      ways = next.filter(({ kmh }) => kmh > 0 && total > 0);
      beside.replaceChildren(...(across ? ways.flatMap(draw) : []));
    };

    return {
      element: root,
      compare,
      resize: (width, widths) => {
        across = width;
        svg.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
        axes(width);
        let left = 0;
        made = legs.map((leg, i) => {
          const speed = leg.facts.find(({ key }) => key === "speed");
          const line = shape("path", { d: way(leg, left, widths[i]), class: leg.seconds === null ? "jm-guess" : "" });
          const core = speed && speed.basis === "assumed" ? shape("path", { d: line.getAttribute("d"), class: "jm-core" }) : null;
          left += widths[i];
          return { leg, line, core };
        });
        lines.replaceChildren(...made.flatMap(({ line, core }) => [line, core].filter(Boolean)));
        made.forEach(({ leg, line }) => line.setAttribute("stroke", options.colour(leg.mode)));
        compare(ways);
      },
      dot: (at) => {
        point.setAttribute("visibility", at ? "visible" : "hidden");
        if (!at) return;
        point.setAttribute("cx", options.alongAt(at.truth).toFixed(1));
        point.setAttribute("cy", depth(at.km).toFixed(1));
      },
      repaint: () => made.forEach(({ leg, line }) => line.setAttribute("stroke", options.colour(leg.mode))),
    };
  };
})(window.L);
