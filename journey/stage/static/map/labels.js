/* Every word on the map, placed together so that none covers another. */
// needs: arithmetic/arithmetic arithmetic/placing
(function (L) {
  "use strict";

  const { overlap } = L.journey.arithmetic;
  const EDGE = 4; // pixels at the edge of the map that no word stands in

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

  // The node of an item, and its dot where it has one, on the pane.
  const make = (item, pane) => {
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
    return { node, dot };
  };

  const measure = (part) => Object.assign(part, { w: part.node.offsetWidth, h: part.node.offsetHeight });

  // A line from a badge to its point, where it does not stand there.
  const leader = ([a, b, colour]) => {
    const line = document.createElementNS("http://www.w3.org/2000/svg", "line");
    Object.entries({ x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: colour }).forEach(([key, value]) => line.setAttribute(key, value));
    return line;
  };

  // Longitude moved by whole turns into the view, so that labels follow every copy of the world.
  const near = (lon, centre) => lon + 360 * Math.round((centre - lon) / 360);

  // The items of the view and zoom that the map has, with where they point to in pixels of the container.
  const inView = (map, items) => {
    const [zoom, view, centre] = [map.getZoom(), map.getBounds().pad(0.02), map.getCenter().lng];
    return items.filter((item) => zoom >= item.zoom && zoom <= (item.until || 99))
      .map((item) => ({ item, at: [item.at[0], near(item.at[1], centre)] }))
      .filter(({ at }) => view.contains(at))
      .map(({ item, at }) => ({ item, point: map.latLngToContainerPoint(at) }));
  };

  // Where words may stand on the map: L.journey.placing says what is what.
  const roomOf = (map, { obstacles, lines, points }) => {
    const size = map.getSize();
    const view = map.getBounds().pad(0.02);
    const home = map.getContainer().getBoundingClientRect();
    return {
      frame: { x: EDGE, y: EDGE, w: size.x - 2 * EDGE, h: size.y - 2 * EDGE },
      taken: obstacles().map((r) => ({ x: r.left - home.left, y: r.top - home.top, w: r.width, h: r.height })),
      lines: lines(),
      points: points().filter((point) => view.contains(point)).map((point) => map.latLngToContainerPoint(point)),
    };
  };

  // Puts what has a place there and hides the rest of what is made; returns the leaders. Shown are items with their points.
  const show = (map, made, shown, places) => {
    const origin = map.containerPointToLayerPoint([0, 0]);
    const put = (node, x, y) => L.DomUtil.setPosition(node, L.point(Math.round(x), Math.round(y)).add(origin).round());
    const standing = shown.map(({ item, point }, i) => ({ item, point, box: places[i] })).filter(({ box }) => box);
    const visible = new Set(standing.map(({ item }) => item));
    made.forEach(({ node, dot }, item) => [node, dot].filter(Boolean).forEach((part) => {
      part.style.visibility = visible.has(item) ? "visible" : "hidden";
    }));
    standing.forEach(({ item, point, box }) => {
      const { node, dot } = made.get(item);
      put(node, box.x, box.y);
      if (dot) put(dot, point.x, point.y);
    });
    return standing
      .filter(({ item, point, box }) => item.icon && !overlap(box, { x: point.x - 1, y: point.y - 1, w: 2, h: 2 }))
      .map(({ item, point, box }) => leader([point.add(origin), L.point(box.x + box.w / 2, box.y + box.h / 2).add(origin), item.colour()]));
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

    const layout = () => {
      const shown = inView(map, items);
      // All that is not there yet is made before any of it is measured: that lays the page out once.
      const fresh = shown.filter(({ item }) => !made.has(item)).map(({ item }) => item);
      fresh.forEach((item) => made.set(item, make(item, pane)));
      fresh.forEach((item) => measure(made.get(item)));
      const labels = shown.map(({ item, point: { x, y } }) => {
        const { w, h } = made.get(item);
        return { x, y, w, h, badge: Boolean(item.icon), centred: item.centred, gap: item.gap };
      });
      leaders.replaceChildren(...show(map, made, shown, L.journey.placing(labels, roomOf(map, options))));
      pane.classList.remove("jm-moving");
    };

    // After the map has come to rest its sheets are drawn; the words wait for the next frame, so that neither stutters.
    let soon = 0;
    const onRest = () => {
      cancelAnimationFrame(soon);
      soon = requestAnimationFrame(layout);
    };
    // What is there is measured again, for its letters are of another size now.
    const onType = () => {
      made.forEach(measure);
      onRest();
    };
    const hide = () => pane.classList.add("jm-moving");
    map.on("zoomstart", hide);
    map.on("moveend resize", onRest).on("journey:type", onType);

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
        map.off("moveend resize", onRest).off("journey:type", onType);
        cancelAnimationFrame(soon);
        pane.remove();
      },
    };
  };
})(window.L);
