/* The whole route in small, with the frame of what is in view, while the map is zoomed in. */
// needs: arithmetic/mercator core/actions core/element panels/guard
/** @typedef {import("../arithmetic/mercator.js").Window} Window
 * @typedef {{copy(context: CanvasRenderingContext2D, view: Window): void}} Ground
 * @typedef {{inset: (stage: Stage, ground: Ground, courses: import("../map/course.js").Course[]) => void}} Gives */
(function (L) {
  "use strict";

  const { element } = L.journey;
  const { project } = L.journey.mercator;
  const SIZE = [148, 104]; // pixels
  const LEAST = 7; // pixels of the frame's sides at the least
  const SHARE = 0.4; // of the route's extent, below which a view counts as zoomed in

  // The view that shows all of the route, and the extent of the route in the Mercator square.
  /** @type {(bounds: [Point, Point]) => {view: Window, extent: number}} */
  const fitted = (bounds) => {
    const [w, h] = SIZE;
    const corners = bounds.map((point) => project(...point));
    const [[left, right], [top, bottom]] = [0, 1].map((axis) => corners.map((point) => point[axis]).sort((a, b) => a - b));
    const scale = Math.min(w / Math.max(right - left, 1e-9), h / Math.max(bottom - top, 1e-9)) * 0.8;
    return {
      view: { scale, zoom: Math.log2(scale / 256), x: ((left + right) / 2) * scale - w / 2, y: ((top + bottom) / 2) * scale - h / 2, w, h },
      extent: Math.max(right - left, bottom - top, 1e-9),
    };
  };

  // Draws ground and route.
  /** @type {(stage: Stage, canvas: HTMLCanvasElement, view: Window, ground: Ground, courses: import("../map/course.js").Course[]) => void} */
  const draw = (stage, canvas, view, ground, courses) => {
    const ratio = window.devicePixelRatio || 1;
    [canvas.width, canvas.height] = [view.w * ratio, view.h * ratio];
    const context = canvas.getContext("2d");
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.lineJoin = "round";
    ground.copy(context, view);
    context.lineWidth = 2.4;
    context.setLineDash([]);
    stage.tale.legs.forEach((leg, i) => {
      context.beginPath();
      courses[i].trace(context, view);
      context.strokeStyle = stage.view().colour(leg.mode);
      context.stroke();
    });
  };

  /** @type {State["drawn"][]} */
  const FLAT = ["none", "route"]; // before land is known

  // Pressed, it leads back to the whole route.
  L.journey.inset = (stage, ground, courses) => {
    const { map, words } = stage;
    const root = L.journey.guard(element("button", "jm-inset"));
    root.type = "button";
    root.title = words["map.inset"];
    root.setAttribute("aria-label", words["map.inset"]);
    root.hidden = true;
    const [canvas, frame] = [element("canvas"), element("span", "jm-inset-view")];
    root.append(canvas, frame);
    stage.put("inset", root);
    stage.on(root, "click", () => stage.act(L.journey.actions.aim, "whole"));
    const { view, extent } = fitted(stage.tale.data.bounds);
    let drawn = false;
    const redraw = () => {
      if (root.hidden || drawn) return;
      drawn = true;
      draw(stage, canvas, view, ground, courses);
    };
    stage.on(map, "moveend", () => {
      const bounds = map.getBounds();
      const [x0, y0] = project(bounds.getNorth(), bounds.getWest());
      const [x1, y1] = project(bounds.getSouth(), bounds.getEast());
      root.hidden = Math.max(x1 - x0, y1 - y0) >= SHARE * extent;
      if (root.hidden) return;
      redraw();
      const turn = Math.round((view.x + view.w / 2) / view.scale - (x0 + x1) / 2);
      /** @type {(low: number, high: number, from: number) => [string, string]} */
      const span = (low, high, from) => {
        const size = Math.max(LEAST, (high - low) * view.scale);
        return [`${((low + high) / 2) * view.scale - from - size / 2}px`, `${size}px`];
      };
      [frame.style.left, frame.style.width] = span(x0 + turn, x1 + turn, view.x);
      [frame.style.top, frame.style.height] = span(y0, y1, view.y);
    });
    const renew = () => {
      drawn = false;
      redraw();
    };
    stage.on(map, "journey:relief", renew);
    stage.watch("paint", ({ theme, drawn: what }) => `${theme} ${FLAT.includes(what)}`, renew);
  };
})(window.L);
