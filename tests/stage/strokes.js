/* Which lines are drawn under the words of the map, as its canvases are told to draw them. */
(() => {
  "use strict";

  const LETTERS = 0.4; // of the size of letters, that they reach above and below the middle of their line
  const NAMES = ".jm-outer, .jm-end, .jm-stop, .jm-capital, .jm-city, .jm-town";
  const context2d = CanvasRenderingContext2D.prototype;
  const { beginPath, moveTo, lineTo, stroke, fill, clearRect } = context2d;
  const width = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, "width");
  /** The path that each context is on, and the strokes on each canvas, in its own pixels. */
  const paths = new WeakMap();
  const strokes = new Map();

  context2d.beginPath = function begin() {
    paths.set(this, []);
    return beginPath.call(this);
  };
  context2d.moveTo = function move(x, y) {
    paths.get(this)?.push([[x, y]]);
    return moveTo.call(this, x, y);
  };
  context2d.lineTo = function line(x, y) {
    paths.get(this)?.at(-1)?.push([x, y]);
    return lineTo.call(this, x, y);
  };
  context2d.fill = function full(...how) {
    const path = paths.get(this);
    if (path) path.full = true;
    return fill.apply(this, how);
  };
  context2d.stroke = function note(...how) {
    const path = paths.get(this);
    // What is cleared, or lies below all that is there, is no line; what was filled is an area.
    if (path && !path.full && this.globalCompositeOperation === "source-over") {
      const { a: times, e: left, f: top } = this.getTransform();
      const list = strokes.get(this.canvas) || [];
      list.push({ css: this.strokeStyle, wide: this.lineWidth, lines: path.map((line) => line.map(([x, y]) => [(x * times + left) / times, (y * times + top) / times])) });
      strokes.set(this.canvas, list);
    }
    return stroke.apply(this, how);
  };
  context2d.clearRect = function forget(...box) {
    strokes.delete(this.canvas);
    return clearRect.apply(this, box);
  };
  Object.defineProperty(HTMLCanvasElement.prototype, "width", {
    ...width,
    set(value) {
      strokes.delete(this);
      width.set.call(this, value);
    },
  });

  // Whether a stretch meets a box (Liang and Barsky, 1984).
  const meets = ([x0, y0], [x1, y1], { left, top, right, bottom }) => {
    let [from, to] = [0, 1];
    for (const [slope, room] of [[x0 - x1, x0 - left], [x1 - x0, right - x0], [y0 - y1, y0 - top], [y1 - y0, bottom - y0]]) {
      if (slope === 0 && room < 0) return false;
      if (slope < 0) from = Math.max(from, room / slope);
      if (slope > 0) to = Math.min(to, room / slope);
    }
    return from <= to;
  };

  // Where the letters of a name are, line by line, in the window.
  const lettersOf = (name) => {
    const walker = document.createTreeWalker(name, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const size = parseFloat(getComputedStyle(walker.currentNode.parentElement).fontSize);
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      [...range.getClientRects()].forEach(({ left, right, top, bottom }) => {
        const middle = (top + bottom) / 2;
        found.push({ left, right, top: middle - LETTERS * size, bottom: middle + LETTERS * size });
      });
    }
    return found;
  };

  // The names of places in sight that a line of the route, a border or a river runs under, each with the line's colour.
  window.crossed = () => {
    const stage = L.journey.map.getContainer();
    const { tale: { data }, now } = L.journey.map.journey.stage;
    const { border, line, river } = data.themes[now().theme];
    const probe = document.createElement("canvas").getContext("2d");
    const plain = (css) => {
      probe.fillStyle = css;
      return probe.fillStyle;
    };
    const inks = new Map([
      ...Object.entries({ border, line, river }).map(([kind, css]) => [plain(css), kind]),
      ...Object.entries(data.modes).map(([mode, ink]) => [plain(ink[now().theme]), mode]),
    ]);
    const drawn = [...strokes].filter(([canvas]) => canvas.isConnected && canvas.closest(".leaflet-map-pane") && stage.contains(canvas))
      .flatMap(([canvas, list]) => {
        const at = canvas.getBoundingClientRect();
        return list.filter(({ css }) => inks.has(css)).map(({ css, wide, lines }) => (
          { kind: inks.get(css), wide, lines: lines.map((one) => one.map(([x, y]) => [x + at.left, y + at.top])) }));
      });
    const names = [...stage.querySelectorAll(NAMES)].filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
    const found = names.flatMap((name) => {
      const letters = lettersOf(name);
      const kinds = new Set(drawn.filter(({ wide, lines }) => letters.some((box) => {
        const grow = Math.max(-1, wide / 2 - 1.5);
        const wider = { left: box.left - grow, right: box.right + grow, top: box.top - grow, bottom: box.bottom + grow };
        return lines.some((line) => line.some((spot, i) => i > 0 && meets(line[i - 1], spot, wider)));
      })).map(({ kind }) => kind));
      return [...kinds].map((kind) => ({ name: name.innerText.replace(/\s+/g, " ").trim(), kind }));
    });
    return { names: names.map((one) => one.innerText.replace(/\s+/g, " ").trim()), lines: drawn.length, found };
  };
})();
