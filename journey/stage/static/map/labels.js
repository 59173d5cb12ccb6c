/* Every word on the map, placed together so that none covers another. */
// needs: arithmetic/arithmetic
(function (L) {
  "use strict";

  const { boxes, beads, beside, around, choose, overlap } = L.journey.arithmetic;
  const GAP = 3; // pixels kept free around a label

  // The element of a label or badge. Text goes in as text.
  const element = (item) => {
    const node = document.createElement("div");
    node.className = `jm-label jm-${item.kind}`;
    if (item.icon) {
      node.classList.add("jm-badge");
      node.innerHTML = item.icon; // Markup of our own icon, never of a journey's.
      node.style.setProperty("--ink", item.colour());
    } else {
      node.textContent = item.text;
    }
    return node;
  };

  // Options: obstacles() gives DOM rectangles to keep clear of; lines() in {x, y} pixels of the container and
  // points() as [lat, lon] are what words and badges had better not cover.
  // "journey:type" on the map says that letters are of another size. Returns {set(items), layout(), remove()};
  // an item is {kind, at, text | icon, rank, zoom, gap, centred, dot}.
  L.journey.labels = (map, options) => {
    const pane = map.createPane("labels");
    pane.style.zIndex = 640;
    const leaders = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    leaders.classList.add("jm-leaders");
    pane.appendChild(leaders);
    let items = [];
    const made = new Map();

    const make = (item) => {
      const node = element(item);
      pane.appendChild(node);
      if (item.onClick) {
        node.classList.add("jm-click");
        L.DomEvent.on(node, "click", (event) => { L.DomEvent.stop(event); item.onClick(); });
      }
      const dot = item.dot ? document.createElement("i") : null;
      if (dot) {
        dot.className = "jm-dot";
        pane.appendChild(dot);
      }
      made.set(item, { node, dot });
      return made.get(item);
    };

    // Makes what is not there yet, all of it before any of it is measured: that lays the page out once.
    const prepare = (wanted) => {
      const fresh = wanted.filter((item) => !made.has(item)).map(make);
      fresh.forEach((part) => Object.assign(part, { w: part.node.offsetWidth, h: part.node.offsetHeight }));
    };

    // What is there is measured again, for its letters are of another size now.
    const measure = () => {
      made.forEach((part) => Object.assign(part, { w: part.node.offsetWidth, h: part.node.offsetHeight }));
      onRest();
    };

    // Longitude moved by whole turns into the view, so that labels follow every copy of the world.
    const near = (lon, centre) => lon + 360 * Math.round((centre - lon) / 360);

    const layout = () => {
      const zoom = map.getZoom();
      const size = map.getSize();
      const view = map.getBounds().pad(0.02);
      const centre = map.getCenter().lng;
      const origin = map.containerPointToLayerPoint([0, 0]);
      const frame = { x: 4, y: 4, w: size.x - 8, h: size.y - 8 };
      const taken = boxes();
      const soft = boxes();
      const home = map.getContainer().getBoundingClientRect();
      options.obstacles().forEach((r) => taken.add({ x: r.left - home.left, y: r.top - home.top, w: r.width, h: r.height }));
      const dots = boxes();
      const pixel = (point) => map.latLngToContainerPoint(point);
      options.lines().forEach((line) => beads(line, 4, 9, frame).forEach(soft.add));
      options.points().filter((point) => view.contains(point)).map(pixel)
        .forEach(({ x, y }) => dots.add({ x: x - 4, y: y - 4, w: 8, h: 8 }));
      // A word shuns the route; a badge stands on it, unless it would hide a stop.
      const cost = {
        word: (box, rank) => soft.hits(box, 1) + rank * 0.25,
        badge: (box, rank) => 9 * dots.hits(box) + (rank ? soft.hits(box) : 0) + rank * 0.1,
      };
      const visible = new Set();
      const lines = [];
      const shown = items.filter(({ at, zoom: from, until }) =>
        zoom >= from && zoom <= (until || 99) && view.contains([at[0], near(at[1], centre)]));
      prepare(shown);
      shown.forEach((item) => {
        const point = map.latLngToContainerPoint([item.at[0], near(item.at[1], centre)]);
        const { node, dot, w, h } = made.get(item);
        const spots = item.icon ? around(point.x, point.y, w)
          : item.centred ? [{ x: point.x - w / 2, y: point.y - h / 2, w, h }]
            : beside(point.x, point.y, w, h, item.gap || 7);
        const box = choose(spots, taken, frame, GAP, item.icon ? cost.badge : cost.word);
        if (!box || (item.centred && soft.hits(box, 1))) return;
        taken.add(box);
        visible.add(item);
        if (dot) L.DomUtil.setPosition(dot, L.point(Math.round(point.x), Math.round(point.y)).add(origin));
        L.DomUtil.setPosition(node, L.point(Math.round(box.x), Math.round(box.y)).add(origin).round());
        const off = item.icon && !overlap(box, { x: point.x - 1, y: point.y - 1, w: 2, h: 2 });
        if (off) lines.push([point.add(origin), L.point(box.x + w / 2, box.y + h / 2).add(origin), item.colour()]);
      });
      made.forEach(({ node, dot }, item) => [node, dot].filter(Boolean).forEach((part) => {
        part.style.visibility = visible.has(item) ? "visible" : "hidden";
      }));
      leaders.innerHTML = "";
      lines.forEach(([a, b, colour]) => {
        const line = document.createElementNS("http://www.w3.org/2000/svg", "line");
        Object.entries({ x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: colour })
          .forEach(([key, value]) => line.setAttribute(key, value));
        leaders.appendChild(line);
      });
      pane.classList.remove("jm-moving");
    };

    // After the map has come to rest its sheets are drawn; the words wait for the next frame, so that neither stutters.
    let soon = 0;
    const onRest = () => {
      cancelAnimationFrame(soon);
      soon = requestAnimationFrame(layout);
    };
    const hide = () => pane.classList.add("jm-moving");
    map.on("zoomstart", hide);
    map.on("moveend resize", onRest).on("journey:type", measure);

    return {
      // Items by rank: what comes first is placed first.
      set: (next) => {
        made.forEach(({ node, dot }, item) => {
          if (next.includes(item)) return;
          node.remove();
          if (dot) dot.remove();
          made.delete(item);
        });
        items = [...next].sort((a, b) => a.rank - b.rank);
        layout();
      },
      layout,
      repaint: () => made.forEach(({ node }, item) => {
        if (item.icon) node.style.setProperty("--ink", item.colour());
      }),
      remove: () => {
        map.off("zoomstart", hide);
        map.off("moveend resize", onRest).off("journey:type", measure);
        cancelAnimationFrame(soon);
        pane.remove();
      },
    };
  };
})(window.L);
