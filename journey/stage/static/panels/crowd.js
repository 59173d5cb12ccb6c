/* The legs of the timeline painted, where there are so many that none has room for a button of its own. */
// needs: arithmetic/wedges core/actions core/element
/** @typedef {{crowd: (stage: Stage, top: HTMLElement, bar: HTMLElement) => Row}} Gives */
(function (L) {
  "use strict";

  const { element } = L.journey;
  // How strong the upper row, the wedges and the bar are: of the leg that is chosen, and of the others.
  const STRONG = [1, 0.5, 1];
  const FAINT = [0.4, 0.14, 1];
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

  /** @type {(context: CanvasRenderingContext2D, path: Path2D) => void} */
  const filled = (context, path) => context.fill(path);

  L.journey.crowd = (stage, top, row) => {
    const { tale: { legs, rides, divisions: { story, bar } }, act } = stage;
    const funnel = element("div", "jm-funnel");
    const canvases = [top, funnel, row].map((part) => part.appendChild(element("canvas", "jm-crowd")));
    const size = { width: 0, height: 0 };
    const paint = () => {
      if (!size.width) return;
      const heights = [top.clientHeight, size.height, row.clientHeight];
      const contexts = canvases.map((canvas, i) => sheet(canvas, heights[i]));
      const { colour, colours: { paper } } = stage.view();
      /** @type {(context: CanvasRenderingContext2D, leg: number) => void} */
      const slices = (context, leg) => ways(legs[leg]).forEach(([from, to]) => {
        const [b, d] = [from, to].map((part) => bar.of({ leg, part }) * size.width);
        const box = /** @type {const} */ ([b, 0, Math.max(d - b, legs[leg].waits.length && LEAST), heights[2]]);
        const strong = context.globalAlpha;
        [[paper, 1], [colour(legs[leg].mode), strong]].forEach(([ink, alpha]) => {
          Object.assign(context, { fillStyle: ink, globalAlpha: alpha });
          context.fillRect(...box);
        });
      });
      L.journey.wedges(rides, size.width, size.height, -1).forEach(({ above: [a, c], path }, leg) =>
        contexts.forEach((context, row) => {
          if (!context) return;
          context.fillStyle = colour(legs[leg].mode);
          context.globalAlpha = (leg === stage.now().leg ? STRONG : FAINT)[row];
          if (row === 1) filled(context, new Path2D(path));
          else if (row === 0) context.fillRect(a, 0, c - a, heights[0]);
          else slices(context, leg);
        }));
    };
    /** @type {(event: PointerEvent) => number} */
    const at = ({ clientX }) => {
      const { left, width } = top.getBoundingClientRect();
      return story.at((clientX - left) / width).leg;
    };
    stage.on(top, "click", (/** @type {PointerEvent} */ event) => act(L.journey.actions.pick, at(event)));
    stage.on(top, "pointermove", (/** @type {PointerEvent} */ event) => { top.title = legs[at(event)].name; });
    stage.watch("paint", ({ leg }) => leg, paint);
    stage.watch("paint", ({ theme }) => theme, paint);
    return {
      funnel,
      resize: (width, height) => {
        Object.assign(size, { width, height });
        paint();
      },
    };
  };
})(window.L);
