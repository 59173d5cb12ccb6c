/* The whole route in small, with the frame of what is in view, while the map is zoomed in. */
// needs: core/node map/sheet panels/panels
(function (L) {
  "use strict";

  const { node } = L.journey;
  const { mercator } = L.journey.sheet;
  const SIZE = [148, 104]; // pixels
  const LEAST = 7; // pixels of the frame's sides at the least
  const SHARE = 0.4; // of the route's extent, below which a view counts as zoomed in

  // Options: legs, courses, bounds [[south, west], [north, east]] in degrees, colour(mode), words, base, onWhole(). Returns {element, repaint(), remove()}.
  L.journey.inset = (map, options) => {
    const root = L.journey.panels.guard(node("button", "jm-inset"));
    root.type = "button";
    root.title = options.words["map.inset"];
    root.setAttribute("aria-label", options.words["map.inset"]);
    root.hidden = true;
    const canvas = node("canvas");
    const frame = node("span", "jm-inset-view");
    root.append(canvas, frame);
    root.addEventListener("click", options.onWhole);
    map.getContainer().appendChild(root);

    const [w, h] = SIZE;
    const corners = [options.bounds[0], options.bounds[1]].map((point) => mercator(...point));
    const [xs, ys] = [0, 1].map((axis) => corners.map((point) => point[axis]).sort((a, b) => a - b));
    const extent = Math.max(xs[1] - xs[0], ys[1] - ys[0], 1e-9);
    const scale = Math.min(w / Math.max(xs[1] - xs[0], 1e-9), h / Math.max(ys[1] - ys[0], 1e-9)) * 0.8;
    const corner = [((xs[0] + xs[1]) / 2) * scale - w / 2, ((ys[0] + ys[1]) / 2) * scale - h / 2];
    const view = { scale, zoom: Math.log2(scale / 256), x: corner[0], y: corner[1], w, h };
    let drawn = false;

    const draw = () => {
      drawn = true;
      const ratio = window.devicePixelRatio || 1;
      [canvas.width, canvas.height] = [w * ratio, h * ratio];
      const context = canvas.getContext("2d");
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.lineJoin = "round";
      options.base.copy(context, view);
      Object.assign(context, { lineWidth: 2.4 });
      context.setLineDash([]);
      options.legs.forEach((leg, i) => {
        context.beginPath();
        options.courses[i].trace(context, view);
        context.strokeStyle = options.colour(leg.mode);
        context.stroke();
      });
    };

    const look = () => {
      const bounds = map.getBounds();
      const [[x0, y0], [x1, y1]] = [[bounds.getNorth(), bounds.getWest()], [bounds.getSouth(), bounds.getEast()]].map((point) => mercator(...point));
      const close = Math.max(x1 - x0, y1 - y0) < SHARE * extent;
      root.hidden = !close;
      if (!close) return;
      if (!drawn) draw();
      const turn = Math.round((xs[0] + xs[1]) / 2 - (x0 + x1) / 2);
      [["left", "width", x0 + turn, x1 + turn, view.x], ["top", "height", y0, y1, view.y]].forEach(([start, length, low, high, from]) => {
        const size = Math.max(LEAST, (high - low) * scale);
        frame.style[start] = `${((low + high) / 2) * scale - from - size / 2}px`;
        frame.style[length] = `${size}px`;
      });
    };
    map.on("moveend", look);
    return {
      element: root,
      repaint: () => {
        drawn = false;
        if (!root.hidden) draw();
      },
      remove: () => {
        map.off("moveend", look);
        root.remove();
      },
    };
  };
})(window.L);
