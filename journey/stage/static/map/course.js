/* A leg's line in pixels: what of it is in view, no finer than a pixel. */
// needs: arithmetic/arithmetic map/sheet
(function (L) {
  "use strict";

  const { clip } = L.journey.arithmetic;
  const { mercator, turns } = L.journey.sheet;
  const NEAR = 1; // pixels: points closer to the one before are left out
  const EDGE = 12; // pixels beyond the view that still count as in it
  const FAR = 1e5; // pixels: a stretch that ends farther off is cut, for a canvas loses precision

  // The box around a view beyond which nothing is drawn, in pixels.
  const frame = (view) => [-FAR, -FAR, view.w + FAR, view.h + FAR];

  // Squared distance in pixels of (x, y) from the stretch between two points.
  const apart = (x, y, x0, y0, x1, y1) => {
    const [w, h] = [x1 - x0, y1 - y0];
    const whole = w * w + h * h;
    const part = whole > 0 ? Math.max(0, Math.min(1, ((x - x0) * w + (y - y0) * h) / whole)) : 0;
    return (x - x0 - part * w) ** 2 + (y - y0 - part * h) ** 2;
  };

  // The line through points [lat, lon] in degrees, continuous in longitude. Returns
  // {runs(view), trace(context, view, last, at), distance(view, x, y)}. A run is {turn, index, x, y}: the turn
  // round the world, the points kept, and where they are on the view's sheet, in pixels; `last` is the last point
  // of a part travelled and `at` [lat, lon] where it ends; distance is in pixels.
  L.journey.course = (points) => {
    const xs = new Float64Array(points.length);
    const ys = new Float64Array(points.length);
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    points.forEach(([lat, lon], i) => {
      [xs[i], ys[i]] = mercator(lat, lon);
      box[0] = Math.min(box[0], xs[i]);
      box[1] = Math.min(box[1], ys[i]);
      box[2] = Math.max(box[2], xs[i]);
      box[3] = Math.max(box[3], ys[i]);
    });
    const known = new WeakMap(); // runs by view

    // The points of one turn, cut where the line leaves the view.
    const cut = (view, turn) => {
      const found = [];
      const [dx, dy] = [turn * view.scale - view.x, -view.y];
      let run = null;
      let [px, py, kept] = [NaN, NaN, -1]; // the point before, and the last one kept
      let [kx, ky] = [NaN, NaN];
      const keep = (i, x, y) => {
        run.index.push(i);
        run.x.push(x);
        run.y.push(y);
        [kept, kx, ky] = [i, x, y];
      };
      for (let i = 0; i < points.length; i += 1) {
        const [x, y] = [xs[i] * view.scale + dx, ys[i] * view.scale + dy];
        const out = i > 0 && ((x < -EDGE && px < -EDGE) || (y < -EDGE && py < -EDGE) ||
          (x > view.w + EDGE && px > view.w + EDGE) || (y > view.h + EDGE && py > view.h + EDGE));
        if (out) {
          if (run && kept !== i - 1) keep(i - 1, px, py);
          run = null;
        } else if (i > 0 && Math.max(Math.abs(x), Math.abs(y), Math.abs(px), Math.abs(py)) > FAR) {
          if (run && kept !== i - 1) keep(i - 1, px, py);
          const [x0, y0, x1, y1] = clip(px, py, x, y, frame(view)) || [];
          run = null;
          if (x0 !== undefined) found.push({ turn, index: [i - 1, i], x: [x0, x1], y: [y0, y1] });
        } else if (i > 0) {
          if (!run) {
            run = { turn, index: [], x: [], y: [] };
            found.push(run);
            keep(i - 1, px, py);
          }
          if (Math.abs(x - kx) + Math.abs(y - ky) >= NEAR || i === points.length - 1) keep(i, x, y);
        }
        [px, py] = [x, y];
      }
      return found;
    };

    const inView = (view) => {
      if (!known.has(view)) {
        const height = [box[1], box[3]].map((y) => y * view.scale - view.y);
        known.set(view, height[0] > view.h + EDGE || height[1] < -EDGE ? []
          : turns(view, box[0], box[2], EDGE).flatMap((turn) => cut(view, turn)));
      }
      return known.get(view);
    };

    return {
      runs: inView,
      trace: (context, view, last = Infinity, at = null) => inView(view).forEach(({ turn, index, x, y }) => {
        if (index[0] > last) return;
        context.moveTo(x[0], y[0]);
        let k = 1;
        for (; k < index.length && index[k] <= last; k += 1) context.lineTo(x[k], y[k]);
        if (!at || k === index.length) return;
        const [mx, my] = mercator(...at);
        const end = [(mx + turn) * view.scale - view.x, my * view.scale - view.y];
        const part = clip(x[k - 1], y[k - 1], ...end, frame(view));
        if (part) context.lineTo(part[2], part[3]);
      }),
      distance: (view, px, py) => {
        let least = Infinity;
        inView(view).forEach(({ x, y }) => {
          for (let k = 1; k < x.length; k += 1) least = Math.min(least, apart(px, py, x[k - 1], y[k - 1], x[k], y[k]));
        });
        return Math.sqrt(least);
      },
    };
  };
})(window.L);
