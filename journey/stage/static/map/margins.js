/* What the panels take of the map, with an edge around the route. */
// needs: arithmetic/extent core/element
/** In pixels, at the left and the right of the map, and at its top and its bottom. Where buttons stand one upon another over a narrow
 * map, the `corner` at its right and its bottom is theirs as well.
 * @typedef {{x: [number, number], y: [number, number], corner: {x: number, y: number} | null}} Margins
 * @typedef {{margins: (stage: Stage) => Margins}} Gives */
(function (L) {
  "use strict";

  const { WIDE, LOW } = L.journey.extent; // where the card stands beside the map
  // Pixels around the route, above and below, and at the sides, so that the vehicle and its place stay in sight: at the most such
  // a share of what the panels leave.
  const [EDGE, ASIDE, SHARE] = [26, 36, 0.16];
  // Pixels from the panels to the edges of the map, and from those below to the timeline.
  const MARGIN = { wide: 24, narrow: 16, low: 8, foot: 24 };
  const LEAST = 0.12; // share of the map, in width and in height, that the route has even where panels cover it

  // Pixels that are kept free at both ends of a side of the map: what panels take there, and an edge around the route.
  /** @type {(side: number, panels: [number, number], edge: number) => [number, number]} */
  const kept = (side, [from, to], edge) => {
    const cut = Math.min(1, (side * (1 - LEAST)) / Math.max(from + to, 1));
    const free = Math.min(edge, (side - cut * (from + to)) * SHARE);
    return [cut * from + free, cut * to + free];
  };

  // What the style sheet leaves to the route in the first view, where the sketch lay.
  /** @type {(stage: Stage) => Margins} */
  const room = ({ box }) => {
    const [frame, inner] = [L.journey.element("div", "jm-frame"), L.journey.element("div", "jm-room")];
    frame.append(inner);
    box.append(frame);
    const [all, free] = [frame, inner].map((element) => element.getBoundingClientRect());
    frame.remove();
    return { x: [free.left - all.left, all.right - free.right], y: [free.top - all.top, all.bottom - free.bottom], corner: null };
  };

  // An open legend stands beside the route, and below it where the map is narrow. A panel that is hidden takes nothing.
  L.journey.margins = (stage) => {
    const { map, box, size, now, view } = stage;
    const { leg, open, over, aim, text } = now();
    if (over === "opening" && aim.to === "whole" && !open.diagram && !open.legend) return room(stage);
    const { x, y } = map.getSize();
    const [wide, low] = [x >= WIDE, y < LOW];
    const margin = low ? MARGIN.low : wide ? MARGIN.wide : MARGIN.narrow;
    const [end, compare] = [size("ending"), size("compare")];
    const [card, ladder, legend, ruler, zoom] = [size("card"), size("ladder"), size("legend"), size("ruler"), size("zoom")];
    const beside = leg !== null && (wide || low) && card.w > 0;
    const { aside, under } = view();
    const left = aside + (open.legend && wide ? margin + legend.w : 0);
    const across = Math.max(end.w, compare.w);
    const right = across && wide && !low ? margin + across : beside ? margin + card.w : wide && zoom.h > zoom.w ? zoom.w : 0;
    const above = ladder.h ? margin + ladder.h : 0;
    const foot = Math.max(MARGIN.foot, map.attributionControl?.getContainer().offsetHeight || 0);
    const row = Math.max(wide && open.legend ? 0 : legend.h, ruler.h, zoom.w > zoom.h ? zoom.h : 0);
    const folded = parseFloat(box.style.getPropertyValue("--card")) || 0; // The card lies over the map where it is unfolded.
    const floor = size("strip").h + under + foot + (wide && !low ? 0 : end.h || (beside || wide || text ? 0 : folded));
    return {
      x: kept(x, document.dir === "rtl" ? [right, left] : [left, right], ASIDE), y: kept(y, [above, floor + row], EDGE),
      corner: !wide && zoom.h > Math.max(row, zoom.w) ? {
        x: kept(x, [left, margin + zoom.w], ASIDE)[1], y: kept(y, [above, floor + zoom.h], EDGE)[1],
      } : null,
    };
  };
})(window.L);
