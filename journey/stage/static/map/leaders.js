/* Lines from words and signs to the points that they are about, and stretches that a word measures. */
/** @typedef {import("./labels.js").Standing} Standing
 * @typedef {{leaders: (standing: Standing[], map: L.Map) => SVGElement[]}} Gives */
(function (L) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const RING = 9; // pixels from a point to a leader that ends at its ring
  const HEAD = [7, 3]; // pixels: length and half the width of an arrow's head

  /** @type {(name: string, told: Record<string, string | number>) => SVGElement} */
  const drawn = (name, told) => {
    const made = document.createElementNS(SVG, name);
    Object.entries(told).forEach(([key, value]) => made.setAttribute(key, String(value)));
    return made;
  };

  /** @type {(a: L.Point, b: L.Point, kind: string, ink: string) => SVGElement} */
  const line = (a, b, kind, ink) => drawn("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, class: kind, stroke: ink });

  // From a sign to the point that it had to leave.
  /** @type {(one: Standing, origin: L.Point) => SVGElement[]} */
  const signed = ({ item, stand, point }, origin) => {
    const foot = stand.foot || { x: stand.x + stand.w / 2, y: stand.y + stand.h / 2 };
    if (Math.hypot(foot.x - point.x, foot.y - point.y) <= stand.h / 2) return [];
    return [line(point.add(origin), L.point(foot.x, foot.y).add(origin), "", item.colour?.() || "")];
  };

  // From the nearest edge of a word to so many pixels from its point.
  /** @type {(one: Standing, origin: L.Point, off: number) => SVGElement[]} */
  const led = ({ stand: { x, y, w, h, tie }, point: own }, origin, off) => {
    const point = tie ? L.point(tie.x, tie.y) : own;
    const edge = L.point(Math.max(x - 3, Math.min(point.x, x + w + 3)), Math.max(y + h / 3, Math.min(point.y, y + (h * 2) / 3)));
    if (point.x > x && point.x < x + w) edge.y = point.y < y ? y - 1 : y + h + 1;
    const far = Math.hypot(edge.x - point.x, edge.y - point.y);
    if (far <= off + 4) return [];
    const start = point.add(edge.subtract(point).multiplyBy(off / far));
    return [line(start.add(origin), edge.add(origin), "jm-led", "currentColor")];
  };

  // A stretch with a head at each end.
  /** @type {(a: L.Point, b: L.Point) => SVGElement[]} */
  const measured = (a, b) => {
    const way = b.subtract(a);
    const [x, y] = [way.x / (Math.hypot(way.x, way.y) || 1), way.y / (Math.hypot(way.x, way.y) || 1)];
    /** @type {(tip: L.Point, turn: number) => SVGElement} */
    const head = (tip, turn) => {
      const [bx, by] = [tip.x - x * turn * HEAD[0], tip.y - y * turn * HEAD[0]];
      return drawn("path", { class: "jm-span", d: `M${tip.x} ${tip.y}L${bx - y * HEAD[1]} ${by + x * HEAD[1]}L${bx + y * HEAD[1]} ${by - x * HEAD[1]}Z` });
    };
    return [line(a, b, "jm-span", "currentColor"), head(a, -1), head(b, 1)];
  };

  // All of them, as what is to stand in an SVG of the map's panes.
  L.journey.leaders = (standing, map) => {
    const origin = map.containerPointToLayerPoint([0, 0]);
    return standing.flatMap((one) => {
      const { icon, led: off, span } = one.item;
      if (icon) return signed(one, origin);
      const [a, b] = (span || []).map((point) => map.latLngToLayerPoint(point));
      return [...(off || one.stand.foot ? led(one, origin, off || RING) : []), ...(a && b ? measured(a, b) : [])];
    });
  };
})(window.L);
