/* The timeline: every leg alike above, its real share of the time below, and how the two belong together. */
(function (L) {
  "use strict";

  const { node, icon } = L.journey;
  const { shares } = L.journey.arithmetic;
  const SVG = "http://www.w3.org/2000/svg";
  const EDGE = 14; // pixels of padding left and right
  const TOP = 10; // pixels of padding above
  const MANY = 12; // legs, beyond which only one of them is a stop of the tab key
  const SLACK = 4; // pixels that a click may move before it is a drag

  const drawing = (className, shapes = []) => {
    const made = document.createElementNS(SVG, "svg");
    made.setAttribute("class", className);
    made.setAttribute("aria-hidden", "true");
    made.append(...shapes);
    return made;
  };
  const path = () => document.createElementNS(SVG, "path");

  // The button of a leg: icon, time, and from where to where.
  const segment = (leg, index, options) => {
    const made = node("button", "jm-segment");
    const time = leg.brief || options.words["leg.unknown_duration"];
    const words = node("span", "jm-segment-words");
    words.append(node("span", "jm-segment-time", time), node("span", "jm-segment-name", `${leg.from} – ${leg.to}`));
    made.append(icon(options.modes[leg.mode]), words);
    made.type = "button";
    if (index && options.legs.length > MANY) made.tabIndex = -1;
    made.setAttribute("aria-pressed", "false");
    made.setAttribute("aria-label", `${time} ${leg.from} – ${leg.to}: ${leg.name}`);
    made.title = `${leg.name}: ${leg.from} – ${leg.to}`;
    made.addEventListener("click", () => options.onPick(index));
    return made;
  };

  // A slice of the lower bar, hatched where nobody knows how long the leg took.
  const slice = (leg) => node("span", leg.seconds === null ? "jm-slice jm-open" : "jm-slice");

  // The slider that the lower bar is to screen readers and keyboards.
  const slider = (words) => {
    const made = node("div", "jm-true");
    made.tabIndex = 0;
    Object.entries({
      role: "slider", "aria-label": words["strip.slider"], "aria-valuemin": 0, "aria-valuemax": 100, "aria-valuenow": 0,
    }).forEach(([key, value]) => made.setAttribute(key, value));
    return made;
  };

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
  // Returns {element, foot, slider, unfold() whether it is unfolded then, mark(index | null),
  // cursor({story, truth, km} | null, text), repaint(), resize(), remove()}.
  L.journey.strip = (map, options) => {
    const { legs } = options;
    const root = node("section", "jm-strip");
    root.setAttribute("aria-label", options.words["strip.aria"]);
    const top = node("div", "jm-equal");
    top.setAttribute("role", "group");
    top.setAttribute("aria-label", options.words["strip.equal"]);
    const wedges = legs.map(path);
    const funnel = drawing("jm-funnel", wedges);
    const bar = slider(options.words);
    const needles = [path(), path()]; // a light one under a dark one
    const diagram = L.journey.diagram({ ...options, alongAt: (truth) => pixelAt(truth) });
    diagram.element.hidden = true;
    const foot = node("div", "jm-strip-foot");
    const buttons = legs.map((leg, index) => segment(leg, index, options));
    const slices = legs.map(slice);
    top.append(...buttons);
    bar.append(...slices);
    root.append(top, funnel, bar, diagram.element, drawing("jm-cursor", needles), foot);
    L.DomEvent.disableClickPropagation(root);
    L.DomEvent.disableScrollPropagation(root);
    map.getContainer().appendChild(root);
    wedges.forEach((wedge, index) => wedge.addEventListener("click", () => options.onPick(index)));
    drag(top, root, false, (share) => options.onScrub("story", share));
    [bar, diagram.element].forEach((area) => drag(area, root, true, (share) => options.onScrub("truth", truthAt(share))));

    let wholes = null;
    let width = 0;
    let heights = [0, 0, 0]; // pixels from the top to the ends of the upper row, of the funnel, and of the needle
    let marked = null;
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
      if (!diagram.element.hidden) diagram.dot(wholes);
    };

    const resize = () => {
      width = top.clientWidth;
      const height = funnel.clientHeight || 16;
      const known = legs.map((leg) => leg.seconds).filter((seconds) => seconds !== null);
      const usual = known.length ? known.reduce((a, b) => a + b, 0) / known.length : 1;
      const weights = legs.map((leg) => (leg.seconds === null ? usual * 0.25 : leg.seconds));
      const equal = shares(legs.map(() => 1), width);
      real = shares(weights, width, Math.min(2, width / legs.length));
      funnel.setAttribute("viewBox", `0 0 ${width} ${height}`);
      let [a, b] = [0, 0];
      legs.forEach((leg, i) => {
        const [c, d, bend] = [a + equal[i], b + real[i], height / 2];
        wedges[i].setAttribute("d", `M${a + 1} 0C${a + 1} ${bend} ${b} ${bend} ${b} ${height}H${d}` +
          `C${d} ${bend} ${c - 1} ${bend} ${c - 1} 0Z`);
        slices[i].style.width = `${real[i]}px`;
        [a, b] = [c, d];
      });
      root.classList.toggle("jm-narrow", width / legs.length < 150);
      root.classList.toggle("jm-tight", width / legs.length < 64);
      root.classList.toggle("jm-dense", width / legs.length < 24);
      if (!diagram.element.hidden) diagram.resize(width, real);
      const last = diagram.element.hidden ? bar : diagram.element;
      heights = [top.offsetHeight, bar.offsetTop - TOP, last.offsetTop + last.offsetHeight - TOP];
      draw();
    };
    const paint = (index, yes) => {
      if (index === null) return;
      buttons[index].setAttribute("aria-pressed", String(yes));
      [buttons[index], slices[index], wedges[index]].forEach((part) => part.classList.toggle("jm-chosen", yes));
    };

    return {
      element: root,
      foot,
      slider: bar,
      unfold: () => {
        diagram.element.hidden = !diagram.element.hidden;
        map.getContainer().classList.toggle("jm-diagrammed", !diagram.element.hidden);
        resize();
        return !diagram.element.hidden;
      },
      mark: (index) => {
        paint(marked, false);
        paint(index, true);
        // With very many legs one of them takes the tab key; arrows lead to the others.
        if (legs.length > MANY) [[marked || 0, -1], [index || 0, 0]].forEach(([i, tab]) => { buttons[i].tabIndex = tab; });
        marked = index;
      },
      cursor: (next, text) => {
        wholes = next;
        bar.setAttribute("aria-valuenow", String(Math.round((next ? next.truth : 0) * 100)));
        bar.setAttribute("aria-valuetext", text);
        draw();
      },
      repaint: () => {
        legs.forEach((leg, i) => [buttons[i], slices[i], wedges[i]].forEach((part) => part.style.setProperty("--ink", options.colour(leg.mode))));
        diagram.repaint();
      },
      resize,
      remove: () => {
        map.getContainer().classList.remove("jm-diagrammed");
        root.remove();
      },
    };
  };
})(window.L);
