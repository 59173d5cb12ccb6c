/* The timeline: its two rows, the cursor through both, and the diagram that it unfolds into. */
// needs: arithmetic/arithmetic core/node panels/diagram panels/rows
(function (L) {
  "use strict";

  const { node } = L.journey;
  const { shares } = L.journey.arithmetic;
  const SVG = "http://www.w3.org/2000/svg";
  const EDGE = 14; // pixels of padding left and right
  const TOP = 10; // pixels of padding above
  const SLACK = 4; // pixels that a click may move before it is a drag

  const drawing = (className, shapes = []) => {
    const made = document.createElementNS(SVG, "svg");
    made.setAttribute("class", className);
    made.setAttribute("aria-hidden", "true");
    made.append(...shapes);
    return made;
  };
  const path = () => document.createElementNS(SVG, "path");

  // Calls move(share) while `area` is dragged over; at once when pressed, or after some pixels.
  const drag = (area, root, atOnce, move) => {
    let from = null;
    const share = (event) => {
      const { left, width } = area.getBoundingClientRect();
      return Math.max(0, Math.min(1, (event.clientX - left) / width));
    };
    const end = () => {
      from = null;
      setTimeout(() => root.classList.remove("jm-dragging"), 0);
    };
    area.addEventListener("pointerdown", (event) => {
      from = event.clientX;
      if (atOnce) move(share(event));
    });
    area.addEventListener("pointermove", (event) => {
      if (from === null || (!atOnce && Math.abs(event.clientX - from) < SLACK)) return;
      area.setPointerCapture(event.pointerId);
      root.classList.add("jm-dragging");
      move(share(event));
    });
    area.addEventListener("pointerup", end);
    area.addEventListener("pointercancel", end);
    // A drag that ends on a leg is no click on it.
    area.addEventListener("click", (event) => {
      if (root.classList.contains("jm-dragging")) event.stopPropagation();
    }, true);
  };

  // Options: legs, modes, words, locale, colour(mode), onPick(index), onScrub("story" | "truth", share of the whole),
  // Returns {element, foot, slider, compare(ways) as the diagram has it, unfold() whether it is unfolded then,
  // mark(index | null), cursor({story, truth, km} | null, text), repaint(), resize(), remove()}.
  L.journey.strip = (map, options) => {
    const { legs } = options;
    const root = node("section", "jm-strip");
    root.setAttribute("aria-label", options.words["strip.aria"]);
    const rows = L.journey.rows(options);
    const { top, funnel, bar } = rows;
    const needles = [path(), path()]; // a light one under a dark one
    const fold = node("div", "jm-fold"); // holds the diagram, which is made when it is first unfolded
    fold.hidden = true;
    let diagram = null;
    let ways = []; // what the diagram compares the journey with
    const foot = node("div", "jm-strip-foot");
    root.append(top, funnel, bar, fold, drawing("jm-cursor", needles), foot);
    L.DomEvent.disableClickPropagation(root);
    L.DomEvent.disableScrollPropagation(root);
    map.getContainer().appendChild(root);
    drag(top, root, false, (share) => options.onScrub("story", share));
    [bar, fold].forEach((area) => drag(area, root, true, (share) => options.onScrub("truth", truthAt(share))));

    let wholes = null;
    let width = 0;
    let heights = [0, 0, 0]; // pixels from the top to the ends of the upper row, of the funnel, and of the needle
    let real = []; // pixels of each slice; the smallest are wider than true, so that they can be seen
    const time = legs.reduce((sum, leg) => sum + leg.span, 0) || 1;

    // Pixels along the lower bar at a share of the true time, and back.
    const pixelAt = (truth) => {
      let [left, gone] = [0, 0];
      for (let i = 0; i < legs.length; i += 1) {
        const part = legs[i].span / time;
        if (truth <= gone + part || i === legs.length - 1) return left + (part > 0 ? Math.min(1, (truth - gone) / part) : 1) * real[i];
        [left, gone] = [left + real[i], gone + part];
      }
      return left;
    };
    const truthAt = (share) => {
      let [left, gone] = [share * width, 0];
      for (let i = 0; i < legs.length; i += 1) {
        const part = legs[i].span / time;
        if (left <= real[i]) return gone + (left / real[i]) * part;
        [left, gone] = [left - real[i], gone + part];
      }
      return 1;
    };

    const draw = () => {
      needles.forEach((needle) => needle.setAttribute("visibility", wholes && width ? "visible" : "hidden"));
      if (!wholes || !width) return;
      const [x, y] = [EDGE + wholes.story * width, EDGE + pixelAt(wholes.truth)];
      const [head, foot, tail] = heights;
      const bend = (head + foot) / 2;
      const way = `M${x} 0V${head}C${x} ${bend} ${y} ${bend} ${y} ${foot}V${tail}`;
      needles.forEach((needle) => needle.setAttribute("d", way));
      if (!fold.hidden) diagram.dot(wholes);
    };

    const resize = () => {
      width = top.clientWidth;
      if (!width) return;
      const known = legs.map((leg) => leg.seconds).filter((seconds) => seconds !== null);
      const usual = known.length ? known.reduce((a, b) => a + b, 0) / known.length : 1;
      const weights = legs.map((leg) => (leg.seconds === null ? usual * 0.25 : leg.seconds));
      real = shares(weights, width, Math.min(2, width / legs.length));
      rows.resize(shares(legs.map(() => 1), width), real, funnel.clientHeight || 16);
      root.classList.toggle("jm-narrow", width / legs.length < 150);
      root.classList.toggle("jm-tight", width / legs.length < 64);
      if (!fold.hidden) diagram.resize(width, real);
      const last = fold.hidden ? bar : fold;
      heights = [top.offsetHeight, bar.offsetTop - TOP, last.offsetTop + last.offsetHeight - TOP];
      draw();
    };
    return {
      element: root,
      foot,
      slider: bar,
      compare: (next) => {
        ways = next;
        if (diagram) diagram.compare(ways);
      },
      unfold: () => {
        if (!diagram) {
          diagram = L.journey.diagram({ ...options, alongAt: pixelAt });
          fold.append(diagram.element);
          diagram.compare(ways);
        }
        fold.hidden = !fold.hidden;
        map.getContainer().classList.toggle("jm-diagrammed", !fold.hidden);
        resize();
        return !fold.hidden;
      },
      mark: rows.mark,
      cursor: (next, text) => {
        wholes = next;
        bar.setAttribute("aria-valuenow", String(Math.round((next ? next.truth : 0) * 100)));
        bar.setAttribute("aria-valuetext", text);
        draw();
      },
      repaint: () => {
        rows.repaint();
        if (diagram) diagram.repaint();
      },
      resize,
      remove: () => {
        map.getContainer().classList.remove("jm-diagrammed");
        root.remove();
      },
    };
  };
})(window.L);
