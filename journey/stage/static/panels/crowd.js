/* The legs of the timeline painted, where there are so many that none has room for a button of its own. */
// needs: arithmetic/wedges core/actions core/element
/** @typedef {{crowd: (stage: Stage, top: HTMLElement, bar: HTMLElement) => Row}} Gives */
(function (L) {
  "use strict";

  const { element } = L.journey;
  // How strong the upper row and the wedges are: of the leg that is chosen, and of the others.
  const STRONG = [1, 0.5];
  const FAINT = [0.4, 0.14];
  const HATCH = 7; // pixels of a tile of hatching
  const LEAST = 1; // pixels of a way between waits in the bar

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
    : [[0, 1]]);

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

  /** @type {(context: CanvasRenderingContext2D, path: Path2D) => void} */
  const filled = (context, path) => context.fill(path);

  // Paints the lower row: where each leg is under way, and how far its times are known.
  /** @type {(stage: Stage, context: CanvasRenderingContext2D, width: number, height: number) => void} */
  const slices = (stage, context, width, height) => {
    const { tale: { legs, divisions: { bar } } } = stage;
    const { colour, colours: { paper } } = stage.view();
    const fill = filler(context, paper);
    legs.forEach(({ mode, timed, waits }, leg) => ways(legs[leg]).forEach(([from, to]) => {
      const [b, d] = [from, to].map((part) => bar.of({ leg, part }) * width);
      fill(colour(mode), timed, [b, 0, Math.max(d - b, waits.length && LEAST), height]);
    }));
  };

  // Keeps what is painted, and paints it again in place of what is there.
  /** @type {(canvas: HTMLCanvasElement, copy: HTMLCanvasElement) => void} */
  const keep = (canvas, copy) => {
    [copy.width, copy.height] = [canvas.width, canvas.height];
    if (copy.width && copy.height) copy.getContext("2d")?.drawImage(canvas, 0, 0);
  };
  /** @type {(context: CanvasRenderingContext2D, copy: HTMLCanvasElement) => void} */
  const recall = (context, copy) => {
    context.save();
    context.resetTransform();
    Object.assign(context, { globalAlpha: 1, globalCompositeOperation: "copy" });
    context.drawImage(copy, 0, 0);
    context.restore();
  };

  L.journey.crowd = (stage, top, row) => {
    const { tale: { legs, rides: alike, divisions: { story, bar } }, act } = stage;
    const funnel = element("div", "jm-funnel");
    const canvases = [top, funnel, row].map((part) => part.appendChild(element("canvas", "jm-crowd")));
    const size = { width: 0, height: 0, rides: alike };
    const copies = [element("canvas"), element("canvas")]; // the upper row and the wedges while none is chosen
    /** @type {import("../arithmetic/wedges.js").Wedge[]} */
    let wedges = [];
    /** @type {(context: CanvasRenderingContext2D, row: number, leg: number, strength: number) => void} */
    const show = (context, row, leg, strength) => {
      const { above: [a, c], path } = wedges[leg];
      Object.assign(context, { fillStyle: stage.view().colour(legs[leg].mode), globalAlpha: strength });
      if (row) filled(context, new Path2D(path));
      else context.fillRect(a, 0, c - a, top.clientHeight);
    };
    // Paints the leg that is chosen over all of them, for while a journey plays another one is chosen in many a frame.
    // Before it is laid out there is nothing to paint over.
    const choose = () => wedges.length && copies.forEach((copy, row) => {
      const { leg } = stage.now();
      const context = canvases[row].getContext("2d");
      if (!context || !copy.width || !copy.height) return;
      recall(context, copy);
      if (leg !== null) show(context, row, leg, STRONG[row]);
    });
    const paint = () => {
      if (!size.width) return;
      const heights = [top.clientHeight, size.height, row.clientHeight];
      const contexts = canvases.map((canvas, i) => sheet(canvas, heights[i]));
      wedges = L.journey.wedges(size.rides, size.width, size.height, -1);
      if (contexts[2]) slices(stage, contexts[2], size.width, heights[2]);
      copies.forEach((copy, row) => {
        const context = contexts[row];
        if (!context) return;
        legs.forEach((_, leg) => show(context, row, leg, FAINT[row]));
        keep(canvases[row], copy);
      });
      choose();
    };
    /** @type {(event: PointerEvent) => number} */
    const at = ({ clientX }) => {
      const { left, width } = top.getBoundingClientRect();
      return (stage.now().pacing === "truth" ? bar : story).at((clientX - left) / width).leg;
    };
    stage.on(top, "click", (/** @type {PointerEvent} */ event) => act(L.journey.actions.pick, at(event)));
    stage.on(top, "pointermove", (/** @type {PointerEvent} */ event) => { top.title = legs[at(event)].name; });
    stage.watch("paint", ({ leg }) => leg, choose);
    stage.watch("paint", ({ theme }) => theme, paint);
    return {
      funnel,
      lay: (width, height, rides) => {
        Object.assign(size, { width, height, rides });
        paint();
      },
    };
  };
})(window.L);
