/* What can be seen on the stage of the page, measured: words and what lies beneath them, boxes that must not meet, lines. */
(() => {
  "use strict";

  const SHARE = 0.05; // of the pixels beneath a word, beyond which the darkest and the lightest are left out
  const REACH = 7; // pixels beside a line within which its edge has to be
  const NEAR = 40; // steps of a channel, within which a colour counts as the line's: lines are thin, and their edges are mixed
  const MANY = 600; // pixels of a line that are looked at
  const SAMPLES = 8000; // pixels of the ground that are looked at
  /** The words that are written on canvases, each with what it covered, in CSS pixels of its canvas. */
  const written = new Map();

  const context2d = CanvasRenderingContext2D.prototype;
  const { fillText, strokeText, clearRect, drawImage, getImageData } = context2d;
  const width = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, "width");

  // The letters' outline that was drawn last.
  let outline = null;
  context2d.strokeText = function edge(text, x, y, ...more) {
    outline = { text, x, y, canvas: this.canvas, css: this.strokeStyle, wide: this.lineWidth, alpha: this.globalAlpha };
    return strokeText.call(this, text, x, y, ...more);
  };
  // A word on a canvas covers what is there, so that is kept before it is written.
  context2d.fillText = function note(text, x, y, ...more) {
    const { actualBoundingBoxLeft: left, actualBoundingBoxRight: right, actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = this.measureText(text);
    const turn = this.getTransform();
    const [a, b] = [turn.transformPoint({ x: x - left, y: y - up }), turn.transformPoint({ x: x + right, y: y + down })];
    const box = { x: a.x, y: a.y, w: Math.max(1, b.x - a.x), h: Math.max(1, b.y - a.y) };
    const { data } = getImageData.call(this, box.x, box.y, Math.ceil(box.w), Math.ceil(box.h));
    const edged = outline && outline.text === text && outline.x === x && outline.y === y && outline.canvas === this.canvas && outline.wide >= 2;
    const size = parseFloat(/([\d.]+)px/.exec(this.font)?.[1] || "10");
    const list = written.get(this.canvas) || [];
    list.push({ text, box, data, halo: edged ? outline : null, colour: this.fillStyle, size, bold: /\b[6-9]00\b|bold/.test(this.font), ratio: turn.a });
    written.set(this.canvas, list);
    return fillText.call(this, text, x, y, ...more);
  };
  context2d.clearRect = function forget(...box) {
    written.delete(this.canvas);
    return clearRect.apply(this, box);
  };
  Object.defineProperty(HTMLCanvasElement.prototype, "width", {
    ...width,
    set(value) {
      written.delete(this);
      width.set.call(this, value);
    },
  });

  const one = document.createElement("canvas");
  [one.width, one.height] = [1, 1];
  const paint = one.getContext("2d", { willReadFrequently: true });
  const colours = new Map();
  // Red, green, blue (0..255) and alpha (0..1) of a colour in CSS.
  const colour = (css) => {
    if (!colours.has(css)) {
      clearRect.call(paint, 0, 0, 1, 1);
      paint.fillStyle = css;
      paint.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = getImageData.call(paint, 0, 0, 1, 1).data;
      colours.set(css, [r, g, b, a / 255]);
    }
    return colours.get(css);
  };
  const over = ([r, g, b, a], below) => [r, g, b].map((part, i) => part * a + below[i] * (1 - a));
  const level = (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const LEVELS = Float64Array.from({ length: 256 }, (_, part) => level(part));
  const luminance = ([r, g, b]) => 0.2126 * LEVELS[Math.round(r)] + 0.7152 * LEVELS[Math.round(g)] + 0.0722 * LEVELS[Math.round(b)];
  const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

  // The darkest and the lightest of pixels, but for that share of them at either end.
  const extremes = (pixels, share = SHARE) => {
    const levels = Float64Array.from(pixels, luminance);
    const sorted = levels.slice().sort();
    const off = Math.min(Math.floor(sorted.length * share), Math.floor((sorted.length - 1) / 2));
    return [sorted[off], sorted[sorted.length - 1 - off]].map((found) => pixels[levels.indexOf(found)]);
  };

  const seen = (node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  // Whether some of an element is in the stage.
  const inside = (node, stage) => {
    const [a, b] = [node.getBoundingClientRect(), stage.getBoundingClientRect()];
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  };
  const boxOf = ({ left, top, right, bottom }) => ({ left, top, right, bottom });

  // How far an element is turned, in radians.
  const angleOf = (node) => {
    const turn = new DOMMatrix(getComputedStyle(node).transform);
    return Math.atan2(turn.b, turn.a);
  };
  // The corners of an element in the window, turned as it is.
  const corners = (node) => {
    const box = node.getBoundingClientRect();
    const angle = angleOf(node);
    const [w, h] = [node.offsetWidth ?? box.width, node.offsetHeight ?? box.height];
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    if (Math.abs(angle) < 1e-3) return [[box.left, box.top], [box.right, box.top], [box.right, box.bottom], [box.left, box.bottom]];
    return [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([i, j]) => {
      const [dx, dy] = [(i * w) / 2, (j * h) / 2];
      return [x + dx * Math.cos(angle) - dy * Math.sin(angle), y + dx * Math.sin(angle) + dy * Math.cos(angle)];
    });
  };

  // Whether a point lies on the same side of all edges.
  const holds = (shape, x, y) => {
    const sides = shape.map(([ax, ay], i) => {
      const [bx, by] = shape[(i + 1) % shape.length];
      return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    });
    return sides.every((side) => side >= 0) || sides.every((side) => side <= 0);
  };

  // The ground and the route as the viewer sees them, without words and panels, on the background of the map.
  const picture = (stage) => {
    const home = stage.getBoundingClientRect();
    const flat = document.createElement("canvas");
    [flat.width, flat.height] = [Math.round(home.width), Math.round(home.height)];
    const context = flat.getContext("2d", { willReadFrequently: true });
    context.fillStyle = getComputedStyle(stage).backgroundColor;
    context.fillRect(0, 0, flat.width, flat.height);
    const panes = [...stage.querySelectorAll(".leaflet-map-pane .leaflet-pane")]
      .map((pane) => [Number(getComputedStyle(pane).zIndex) || 0, pane]).sort(([a], [b]) => a - b);
    panes.forEach(([, pane]) => [...pane.children].filter((child) => child.matches("canvas")).forEach((canvas) => {
      const at = canvas.getBoundingClientRect();
      if (seen(canvas) && canvas.width) drawImage.call(context, canvas, at.left - home.left, at.top - home.top, at.width, at.height);
    }));
    const { data } = getImageData.call(context, 0, 0, flat.width, flat.height);
    const at = (x, y) => {
      const i = 4 * (y * flat.width + x);
      return [data[i], data[i + 1], data[i + 2]];
    };
    // All pixels of a box in the window that are on the map; of one that is turned, those in its shape.
    const under = ({ left, top, right, bottom }, shape) => {
      const pixels = [];
      for (let y = Math.max(0, Math.floor(top - home.top)); y < Math.min(flat.height, bottom - home.top); y += 1) {
        for (let x = Math.max(0, Math.floor(left - home.left)); x < Math.min(flat.width, right - home.left); x += 1) {
          if (!shape || holds(shape, x + home.left, y + home.top)) pixels.push(at(x, y));
        }
      }
      return pixels;
    };
    return { data, at, under, home, w: flat.width, h: flat.height };
  };

  // The parents of a node up to the stage, from within.
  const around = (node, stage) => {
    const found = [];
    for (let at = node; at && at !== stage; at = at.parentElement) found.push(at);
    return found;
  };

  // Where an element cuts off what it holds.
  const edgeOf = (node) => {
    const { left, top, right, bottom } = node.getBoundingClientRect();
    const { overflow, overflowClipMargin } = getComputedStyle(node);
    const margin = (overflow === "clip" && parseFloat(overflowClipMargin)) || 0;
    return { left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin };
  };
  // Whether a box is cut off by what it scrolls in, or by the stage.
  const cutOff = (box, parents, home) => {
    const edges = parents.filter((one) => getComputedStyle(one).overflow !== "visible").map(edgeOf);
    return [...edges, home].some((edge) => box.left < edge.left - 1 || box.top < edge.top - 1 || box.right > edge.right + 1 || box.bottom > edge.bottom + 1);
  };

  // The stroke under the letters, [r, g, b, alpha]; null where there is none or it is drawn over them.
  const haloOf = (style) => {
    const wide = parseFloat(style.webkitTextStrokeWidth) || 0;
    return wide >= 2 && style.paintOrder.startsWith("stroke") ? colour(style.webkitTextStrokeColor) : null;
  };

  // What a text stands on: the map's pixels, and on them the backgrounds of all that it is in.
  const beneath = (box, parents, map) => {
    const layers = [];
    for (const parent of parents) {
      const paper = colour(getComputedStyle(parent).backgroundColor);
      if (paper[3] > 0) layers.unshift(paper);
      if (paper[3] >= 0.999) break;
    }
    const whole = layers.length && layers[0][3] >= 0.999;
    const turned = parents.find((one) => Math.abs(angleOf(one)) > 1e-3);
    const pixels = whole ? [layers[0].slice(0, 3)] : map.under(box, turned && corners(turned));
    return pixels.length ? extremes(pixels.map((pixel) => layers.reduce((below, layer) => over(layer, below), pixel))) : null;
  };

  // The words of the page's own elements.
  const words = (stage, map) => {
    const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const text = walker.currentNode.data.trim();
      const parent = walker.currentNode.parentElement;
      if (!text || !seen(parent) || parent.closest("option, .jm-voice, :disabled, [aria-disabled=true], style")) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const box = range.getBoundingClientRect();
      const parents = around(parent, stage);
      if (box.width < 2 || cutOff(box, parents, map.home)) continue;
      const style = getComputedStyle(parent);
      const ground = beneath(box, parents, map);
      if (!ground) continue;
      found.push({
        text, kind: parents.find((one) => one.className)?.className.toString() || parent.localName, box: boxOf(box),
        size: parseFloat(style.fontSize), bold: Number(style.fontWeight) >= 600, colour: colour(style.fill !== "rgb(0, 0, 0)" && parent.ownerSVGElement ? style.fill : style.color),
        opacity: parents.reduce((all, one) => all * Number(getComputedStyle(one).opacity), 1),
        halo: haloOf(style), dark: ground[0], light: ground[1],
      });
    }
    return found;
  };

  // The words that are written on the map's canvases.
  const drawn = (stage, map) => [...written].filter(([canvas]) => canvas.isConnected && canvas.closest(".leaflet-map-pane") && stage.contains(canvas))
    .flatMap(([canvas, list]) => list.map(({ text, box, data, halo, colour: css, size, bold, ratio }) => {
      const at = canvas.getBoundingClientRect();
      const sea = colour(getComputedStyle(stage).backgroundColor);
      const pixels = [];
      for (let i = 0; i < data.length; i += 4) pixels.push(over([data[i], data[i + 1], data[i + 2], data[i + 3] / 255], sea));
      const [dark, light] = extremes(pixels);
      const [left, top] = [at.left + box.x / ratio, at.top + box.y / ratio];
      return {
        text, kind: "canvas", box: { left, top, right: left + box.w / ratio, bottom: top + box.h / ratio },
        size, bold, colour: colour(css), opacity: 1, dark, light,
        halo: halo && colour(halo.css).map((part, i) => (i === 3 ? part * halo.alpha : part)),
      };
    })).filter(({ box }) => box.left >= map.home.left && box.top >= map.home.top && box.right <= map.home.right && box.bottom <= map.home.bottom);

  const bare = (node) => {
    const style = getComputedStyle(node);
    return colour(style.backgroundColor)[3] === 0 && style.borderTopWidth === "0px";
  };
  // The panels over the map: whatever stands in the stage and is no layer of the map. What has neither ground nor frame is its parts.
  const panels = (stage) => {
    const own = [...stage.children].filter((one) => !one.matches(".leaflet-pane, .leaflet-control-container, .jm-voice"));
    return [...own, ...stage.querySelectorAll(".leaflet-control")].filter(seen)
      .flatMap((one) => (bare(one) && one.children.length > 1 ? [...one.children].filter(seen) : [one]))
      .filter((one) => one.getBoundingClientRect().width > 2);
  };
  const named = (node) => `${node.className.baseVal ?? (node.className || node.localName)} ${(node.matches(".jm-label, .jm-scale-words") && node.textContent.trim()) || ""}`.trim();

  // What must not be covered: names and signs on the map, the vehicle, and the panels.
  const solids = (stage) => [
    ...[...stage.querySelectorAll(".leaflet-map-pane .jm-label, .jm-vehicle")].filter((one) => seen(one) && inside(one, stage)).map((one) => ({ part: "map", node: one })),
    ...panels(stage).map((one) => ({ part: "panel", node: one })),
  ].map(({ part, node }) => ({ part, name: named(node), corners: corners(node) }));

  // Which pixels of the map no panel covers, row by row.
  const freeOf = (stage, { home, w, h }) => {
    const free = new Uint8Array(w * h).fill(1);
    panels(stage).map((one) => one.getBoundingClientRect()).forEach((box) => {
      const [from, to] = [box.left, box.right].map((x) => Math.min(w, Math.max(0, Math.round(x - home.left))));
      for (let y = Math.max(0, Math.floor(box.top - home.top)); y < Math.min(h, box.bottom - home.top); y += 1) free.fill(0, y * w + from, y * w + to);
    });
    return free;
  };

  // How many pixels of a colour are on the map where it is free, and how they stand out from what is on both sides, but for a
  // share of them: where lines cross there is no edge.
  const line = (css, { data, at, w, h }, free) => {
    const [r, g, b] = colour(css);
    const ink = luminance([r, g, b]);
    const spots = [];
    for (let y = REACH; y < h - REACH; y += 1) {
      for (let x = REACH; x < w - REACH; x += 1) {
        const i = y * w + x;
        if (free[i] && Math.abs(data[4 * i] - r) <= NEAR && Math.abs(data[4 * i + 1] - g) <= NEAR && Math.abs(data[4 * i + 2] - b) <= NEAR) spots.push(i);
      }
    }
    const step = Math.max(1, Math.floor(spots.length / MANY));
    const edge = (i, dx, dy) => {
      let best = 1;
      for (let k = 1; k <= REACH; k += 1) best = Math.max(best, contrast(ink, luminance(at((i % w) + k * dx, Math.floor(i / w) + k * dy))));
      return best;
    };
    const ways = [[1, 0], [0, 1], [1, 1], [1, -1]];
    const found = spots.filter((_, i) => i % step === 0)
      .map((i) => Math.max(...ways.map(([dx, dy]) => Math.min(edge(i, dx, dy), edge(i, -dx, -dy)))));
    return { pixels: spots.length, worst: found.sort((p, q) => p - q)[Math.floor(found.length * SHARE)] ?? 0 };
  };

  // Pixels of the ground alone where the map is free, land and sea apart: land is where the ground's canvas is solid.
  const ground = (stage, { home, w, h }, free) => {
    const canvas = stage.querySelector(".leaflet-base-pane canvas");
    const at = canvas.getBoundingClientRect();
    const ratio = canvas.width / at.width;
    const { data } = getImageData.call(canvas.getContext("2d"), 0, 0, canvas.width, canvas.height);
    const sea = colour(getComputedStyle(stage).backgroundColor);
    const [land, water] = [[], []];
    const step = Math.ceil(Math.sqrt((w * h) / SAMPLES));
    for (let y = 0; y < h; y += step) {
      for (let x = 0; x < w; x += step) {
        const [i, j] = [Math.round((x + home.left - at.left) * ratio), Math.round((y + home.top - at.top) * ratio)];
        const k = 4 * (j * canvas.width + i);
        if (!free[y * w + x] || i < 0 || i >= canvas.width || !(k >= 0 && k < data.length)) continue;
        (data[k + 3] >= 250 ? land : water).push({ x, y, rgb: over([data[k], data[k + 1], data[k + 2], data[k + 3] / 255], sea) });
      }
    }
    return { land, water };
  };

  window.measures = () => {
    const map = L.journey.map;
    const stage = map.getContainer();
    const { tale: { data }, now } = map.journey.stage;
    const shown = picture(stage);
    const { home } = shown;
    const free = freeOf(stage, shown);
    const { theme } = now();
    const { land, water } = ground(stage, shown, free);
    const spot = ({ x, y }) => {
      const { lat, lng } = map.containerPointToLatLng([x, y]);
      return [lat, lng];
    };
    const point = ({ name, at }) => {
      const lon = at[1] + 360 * Math.round((map.getCenter().lng - at[1]) / 360);
      const { x, y } = map.latLngToContainerPoint([at[0], lon]);
      return { name, x: x + home.left, y: y + home.top };
    };
    const rgb = (pixels, share) => (pixels.length ? extremes(pixels.map((one) => one.rgb), share) : null);
    return {
      stage: boxOf(home), theme,
      words: [...words(stage, shown), ...drawn(stage, shown)],
      solids: solids(stage),
      dots: [...stage.querySelectorAll(".jm-dot")].filter(seen).map((dot) => boxOf(dot.getBoundingClientRect())),
      ends: data.ends.filter(({ outer }) => outer).map(point),
      lines: Object.fromEntries(Object.entries(data.modes).map(([mode, ink]) => [mode, line(ink[theme], shown, free)])),
      land: rgb(land, 0.01), middle: rgb(land, 0.5), sea: rgb(water, 0.01),
      border: colour(data.themes[theme].border),
      // Of the map that is free, a share: where there is land, in degrees.
      ashore: land.map(spot), free: land.length + water.length,
      picture: [...land, ...water].map(({ x, y }) => [x, y, ...shown.at(x, y)]),
    };
  };
})();
