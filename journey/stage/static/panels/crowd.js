/* The legs of the timeline painted, where there are so many that none has room for a button of its own. */
// needs: arithmetic/wedges core/actions core/element
/** @typedef {{crowd: (stage: Stage, top: HTMLElement, bar: HTMLElement) => Row}} Gives */
(function (L) {
  "use strict";

  const { element } = L.journey;
  // How strong the upper row, the wedges and the bar are: of the leg that is chosen, and of the others.
  const STRONG = [1, 0.5, 1];
  const FAINT = [0.4, 0.14, 0.7];

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

  /** @type {(context: CanvasRenderingContext2D, path: Path2D) => void} */
  const filled = (context, path) => context.fill(path);

  L.journey.crowd = (stage, top, bar) => {
    const { tale: { legs, divisions }, act } = stage;
    const funnel = element("div", "jm-funnel");
    const canvases = [top, funnel, bar].map((part) => part.appendChild(element("canvas", "jm-crowd")));
    const size = { width: 0, height: 0 };
    const paint = () => {
      if (!size.width) return;
      const heights = [top.clientHeight, size.height, bar.clientHeight];
      const contexts = canvases.map((canvas, i) => sheet(canvas, heights[i]));
      const { colour } = stage.view();
      L.journey.wedges(divisions.bar.shares, size.width, size.height, -1).forEach(({ above: [a, c], below: [b, d], path }, leg) =>
        contexts.forEach((context, row) => {
          if (!context) return;
          context.fillStyle = colour(legs[leg].mode);
          context.globalAlpha = (leg === stage.now().leg ? STRONG : FAINT)[row];
          if (row === 1) filled(context, new Path2D(path));
          else if (row === 0) context.fillRect(a, 0, c - a, heights[0]);
          else context.fillRect(b, 0, d - b, heights[2]);
        }));
    };
    /** @type {(event: PointerEvent) => number} */
    const at = ({ clientX }) => {
      const { left, width } = top.getBoundingClientRect();
      return Math.max(0, Math.min(legs.length - 1, Math.floor(((clientX - left) / width) * legs.length)));
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
