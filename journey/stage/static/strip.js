/* The timeline: every leg alike above, its real share of the time below, and how the two belong together. */
(function (L) {
  "use strict";

  const { shares } = L.journey.arithmetic;
  const SVG = "http://www.w3.org/2000/svg";
  const EDGE = 14; // pixels of padding left and right
  const SLACK = 4; // pixels that a click may move before it is a drag

  const node = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  const icon = (mode) => {
    const made = node("span", "jm-icon");
    made.setAttribute("aria-hidden", "true");
    made.innerHTML = mode.icon; // Markup of our own icon, never of a journey's.
    return made;
  };

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

  // Options: legs, modes, words, colour(mode), onPick(index), onScrub("story" | "truth", share of the whole).
  // Returns {element, foot, slider, mark(index | null), cursor({story, truth} | null, text), repaint(), resize(), remove()}.
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
    const foot = node("div", "jm-strip-foot");
    const buttons = legs.map((leg, index) => segment(leg, index, options));
    const slices = legs.map(slice);
    top.append(...buttons);
    bar.append(...slices);
    root.append(top, funnel, bar, drawing("jm-cursor", needles), foot);
    L.DomEvent.disableClickPropagation(root);
    L.DomEvent.disableScrollPropagation(root);
    map.getContainer().appendChild(root);
    wedges.forEach((wedge, index) => wedge.addEventListener("click", () => options.onPick(index)));
    drag(top, root, false, (share) => options.onScrub("story", share));
    drag(bar, root, true, (share) => options.onScrub("truth", truthAt(share)));

    let wholes = null;
    let width = 0;
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
      const [head, depth, tail] = [top.offsetHeight, funnel.clientHeight, bar.offsetHeight];
      const bend = head + depth / 2;
      const way = `M${x} 0V${head}C${x} ${bend} ${y} ${bend} ${y} ${head + depth}V${head + depth + tail}`;
      needles.forEach((needle) => needle.setAttribute("d", way));
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
      draw();
    };

    return {
      element: root,
      foot,
      slider: bar,
      mark: (index) => buttons.forEach((button, i) => {
        button.setAttribute("aria-pressed", String(i === index));
        [button, slices[i], wedges[i]].forEach((part) => part.classList.toggle("jm-chosen", i === index));
      }),
      cursor: (next, text) => {
        wholes = next;
        bar.setAttribute("aria-valuenow", String(Math.round((next ? next.truth : 0) * 100)));
        bar.setAttribute("aria-valuetext", text);
        draw();
      },
      repaint: () => legs.forEach((leg, i) => {
        [buttons[i], slices[i], wedges[i]].forEach((part) => part.style.setProperty("--ink", options.colour(leg.mode)));
      }),
      resize,
      remove: () => root.remove(),
    };
  };

  L.journey.node = node;
  L.journey.icon = icon;
})(window.L);
