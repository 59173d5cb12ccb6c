/* How wide a river is, where the map is seen from near: measured from bank to bank, where there is most room for it. */
// needs: arithmetic/boxes arithmetic/fill arithmetic/mercator arithmetic/strokes map/course map/window
/** @typedef {import("../arithmetic/mercator.js").Window} Window
 * @typedef {import("../arithmetic/strokes.js").Spot} Spot
 * @typedef {import("../arithmetic/unpack.js").Feature} Feature
 * @typedef {import("./labels.js").Item} Item
 * @typedef {{layer(name: string): Feature[]}} Ground
 * @typedef {{breadth: (stage: Stage, ground: Ground, lines: () => {x: number, y: number}[][], marks: () => DOMRect[]) => {items: Item[], drawn(): void}}} Gives */
(function (L) {
  "use strict";

  const { metres } = L.journey.mercator;
  const { along, crossing, length } = L.journey.strokes;
  const RANK = 2.8; // after the landmarks
  const LEAST = 34; // pixels of width from which it is measured
  const EVERY = 36; // pixels along a bank from one place that is tried to the next
  const PARTS = [0, 0.25, 0.5, 0.75, 1]; // of a stretch at which the room around it is looked at
  const CLEAR = 24; // pixels around it that are free at the least
  const ENOUGH = 130; // pixels around it: more room is not better
  const STEP = 50; // metres to which a width that is only about right is rounded
  const NOWHERE = 99; // a zoom that no map has

  // Stretches from bank to bank, of about that many pixels.
  /** @type {(banks: Spot[][], wide: number) => [Spot, Spot][]} */
  const stretches = (banks, wide) => banks
    .flatMap((bank) => Array.from({ length: Math.floor(length(bank) / EVERY) }, (_, i) => along(bank, i * EVERY)))
    .flatMap(({ at: [x, y], way: [dx, dy] }) => [-1, 1].flatMap((side) => {
      /** @type {(far: number) => Spot} */
      const off = (far) => [x - dy * side * far, y + dx * side * far];
      const across = [off(wide * 0.6), off(wide * 1.3)];
      const found = banks.map((bank) => crossing(across, bank)).find(Boolean);
      return found ? [/** @type {[Spot, Spot]} */ ([[x, y], found])] : [];
    }));

  // How much room there is about a spot, in pixels.
  /** @type {(spot: Spot, view: Window, rects: Box[], lines: {x: number, y: number}[][]) => number} */
  const room = ([x, y], { w, h }, rects, lines) => Math.min(
    x, y, w - x, h - y, ENOUGH,
    ...rects.map((r) => Math.hypot(Math.max(r.x - x, 0, x - r.x - r.w), Math.max(r.y - y, 0, y - r.y - r.h))),
    ...lines.flatMap((line) => line.map((spot) => Math.hypot(spot.x - x, spot.y - y))),
  );

  // How much room there is along a stretch, in pixels.
  /** @type {(stretch: [Spot, Spot], view: Window, rects: Box[], lines: {x: number, y: number}[][]) => number} */
  const roomAlong = ([[x, y], [u, v]], view, rects, lines) =>
    Math.min(...PARTS.map((part) => room([x + (u - x) * part, y + (v - y) * part], view, rects, lines)));

  // `lines` are those of the route in view, in pixels of the container, and `marks` what else is drawn, in the window. Returns {items, drawn() once the base map is known}.
  L.journey.breadth = (stage, ground, lines, marks) => {
    const { map, words, tale: { data } } = stage;
    /** @type {Item} */
    const item = { kind: "width", at: [0, 0], rank: RANK, zoom: NOWHERE, gap: 9, text: "", mark: { basis: "assumed", why: words["map.wide_why"] } };
    /** @type {{width: number, banks: import("./course.js").Course[]}} */
    const river = { width: 0, banks: [] };
    const settle = () => {
      const view = L.journey.window(map);
      const wide = river.width / metres(view);
      item.zoom = NOWHERE;
      if (wide < LEAST) return;
      const rects = [...stage.rects(), ...marks()].map(L.journey.boxes.inside(map.getContainer().getBoundingClientRect()));
      const taken = lines();
      const banks = river.banks.flatMap((bank) => bank.runs(view)).map(({ x, y }) => x.map((px, i) => /** @type {Spot} */ ([px, y[i]])));
      const found = stretches(banks, wide)
        .map(([a, b]) => ({
          ends: [a, b], free: roomAlong([a, b], view, rects, taken), off: Math.hypot(a[0] - view.w / 2, a[1] - view.h / 2),
        })).sort((one, other) => other.free - one.free || one.off - other.off)[0];
      if (!found || found.free < CLEAR) return;
      const [a, b] = found.ends.map(([x, y]) => map.containerPointToLatLng([x, y])).map(({ lat, lng }) => /** @type {Point} */ ([lat, lng]));
      Object.assign(item, { zoom: 0, at: b, span: [a, b] });
    };
    stage.on(map, "moveend", settle);
    return {
      items: [item],
      drawn: () => {
        ground.layer("river").forEach(({ geometry: { coordinates }, properties: { kind, width, basis } }) => {
          if (kind !== "bank") return;
          river.width = width;
          river.banks.push(...coordinates.map((/** @type {Point[]} */ line) => L.journey.course(line.map(([lon, lat]) => [lat, lon]))));
          const about = new Intl.NumberFormat(data.locale, { style: "unit", unit: "meter" }).format(Math.round(width / STEP) * STEP);
          item.text = L.journey.fill(words["map.wide"], { width: about });
          item.mark = { basis, why: words["map.wide_why"] };
        });
        settle();
      },
    };
  };
})(window.L);
