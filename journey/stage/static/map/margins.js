/* What the panels take of the map, with an edge around the route. */
/** In pixels, at the left and the right of the map, and at its top and its bottom.
 * @typedef {{x: [number, number], y: [number, number]}} Margins
 * @typedef {{margins: (stage: Stage) => Margins}} Gives */
(function (L) {
  "use strict";

  // Pixels of map width from which the card stands beside the map, and of map height below which it does so as well.
  const [WIDE, LOW] = [760, 420];
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

  // An open legend stands beside the route, and below it where the map is narrow. A panel that is hidden takes nothing.
  L.journey.margins = ({ map, size, now }) => {
    const { leg, open } = now();
    const { x, y } = map.getSize();
    const [wide, low] = [x >= WIDE, y < LOW];
    const margin = low ? MARGIN.low : wide ? MARGIN.wide : MARGIN.narrow;
    const [card, ladder, legend, ruler, zoom] = [size("card"), size("ladder"), size("legend"), size("ruler"), size("zoom")];
    const beside = leg !== null && (wide || low) && card.w > 0;
    const left = open.legend && wide ? margin + legend.w : 0;
    const right = beside ? margin + card.w : wide && zoom.h > zoom.w ? zoom.w : 0;
    const above = ladder.h ? margin + ladder.h : 0;
    const foot = Math.max(MARGIN.foot, map.attributionControl?.getContainer().offsetHeight || 0);
    const row = Math.max(wide && open.legend ? 0 : legend.h, ruler.h, zoom.w > zoom.h ? zoom.h : 0);
    const below = size("strip").h + foot + row + (beside || wide ? 0 : card.h);
    return { x: kept(x, [left, right], ASIDE), y: kept(y, [above, below], EDGE) };
  };
})(window.L);
