/* The lower row of the timeline painted, where there are too many legs for an element each. */
// needs: core/element
/** @typedef {{slices: (stage: Stage, row: HTMLElement) => void}} Gives */
(function (L) {
  "use strict";

  const { element } = L.journey;
  const HATCH = 7; // pixels of a tile of hatching
  const LEAST = 1; // pixels of a way between waits in the bar
  /** @type {[number, number][]} */
  const WHOLE = [[0, 1]];

  // A canvas of that height in pixels, as wide as what it lies in; null where the browser gives none.
  /** @type {(canvas: HTMLCanvasElement, height: number) => CanvasRenderingContext2D | null} */
  const sheet = (canvas, height) => {
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round((canvas.parentElement?.clientWidth || 0) * ratio);
    canvas.height = Math.round(height * ratio);
    const context = canvas.getContext("2d");
    context?.setTransform(ratio, 0, 0, ratio, 0, 0);
    return context;
  };

  // Where a leg is under way, from part to part; where it waits is left free.
  /** @type {(leg: Leg) => [number, number][]} */
  const ways = ({ waits }) => (waits.length
    ? [...waits.map(({ from }) => from), 1].map((to, i) => /** @type {[number, number]} */ ([i ? waits[i - 1].to : 0, to])).filter(([from, to]) => from < to)
    : WHOLE);

  // What a time that is assumed is hatched with, in that colour.
  /** @type {(context: CanvasRenderingContext2D, ink: string) => string | CanvasPattern} */
  const hatched = (context, ink) => {
    const tile = element("canvas");
    [tile.width, tile.height] = [HATCH, HATCH];
    const inside = tile.getContext("2d");
    if (!inside) return ink;
    Object.assign(inside, { strokeStyle: ink, lineWidth: 2.1 });
    [-1, 0, 1].forEach((step) => {
      inside.moveTo(step * HATCH - 1, HATCH + 1);
      inside.lineTo((step + 1) * HATCH + 1, -1);
    });
    inside.stroke();
    return context.createPattern(tile, "repeat") || ink;
  };

  // Fills boxes of the bar: whole, hatched where the time is assumed, and no more than outlined where nobody knows it.
  /** @type {(context: CanvasRenderingContext2D, paper: string) => (ink: string, timed: string, box: [number, number, number, number]) => void} */
  const filler = (context, paper) => {
    /** @type {Record<string, string | CanvasPattern>} */
    const hatches = {};
    return (ink, timed, [x, y, w, h]) => {
      /** @type {(style: string | CanvasPattern, alpha?: number, edge?: number) => void} */
      const fill = (style, alpha = 1, edge = 0) => {
        Object.assign(context, { fillStyle: style, globalAlpha: alpha });
        context.fillRect(x + edge, y + edge, Math.max(w - 2 * edge, 0), h - 2 * edge);
      };
      fill(paper);
      fill(ink, timed === "assumed" ? 0.22 : 1);
      if (timed === "assumed") fill(hatches[ink] ||= hatched(context, ink));
      if (!timed) fill(paper, 1, 1);
    };
  };

  // Of parts that are narrower than a pixel only the widest in each of them, which then has all of it.
  /** @typedef {{leg: number, from: number, to: number}} Part */
  /** @type {(parts: Part[], pixel: number) => Part[]} */
  const thinned = (parts, pixel) => {
    /** @type {Map<number, Part & {wide: number}>} */
    const kept = new Map(); // by the left edge
    parts.forEach(({ leg, from, to }) => {
      const [wide, left] = [to - from, Math.floor((from + to) / 2 / pixel) * pixel];
      if (wide >= pixel) kept.set(from, { leg, from, to, wide });
      else if (wide > (kept.get(left)?.wide ?? -1)) kept.set(left, { leg, from: left, to: left + pixel, wide });
    });
    return [...kept.values()];
  };

  // Paints them over all of the row: where each leg is under way, and how far its times are known.
  L.journey.slices = (stage, row) => {
    const canvas = row.querySelector("canvas") ?? row.appendChild(element("canvas", "jm-slices"));
    const [width, height] = [row.clientWidth, row.clientHeight];
    const context = sheet(canvas, height);
    if (!context) return;
    const { tale: { legs, divisions: { bar } } } = stage;
    const { colour, colours: { paper } } = stage.view();
    const fill = filler(context, paper);
    /** @type {Part[]} */
    const parts = [];
    legs.forEach((told, leg) => ways(told).forEach(([start, end]) => {
      const [from, to] = [bar.of({ leg, part: start }) * width, bar.of({ leg, part: end }) * width];
      parts.push({ leg, from, to: Math.max(to, from + (told.waits.length && LEAST)) });
    }));
    (legs.length > width ? thinned(parts, 1 / (window.devicePixelRatio || 1)) : parts).forEach(({ leg, from, to }) =>
      fill(colour(legs[leg].mode), legs[leg].timed, [from, 0, to - from, height]));
  };
})(window.L);
