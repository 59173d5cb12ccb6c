/* The timeline: every leg alike above, its real share of the time below, and how the two belong together. */
(function (L) {
  "use strict";

  const { shares } = L.journey.arithmetic;
  const SVG = "http://www.w3.org/2000/svg";

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

  // Options: legs, modes, words, total, colour(mode), onPick(index).
  // Returns {element, mark(index | null), repaint(), resize(), remove()}.
  L.journey.strip = (map, options) => {
    const root = node("section", "jm-strip");
    root.setAttribute("aria-label", options.words["strip.aria"]);
    const top = node("div", "jm-equal");
    top.setAttribute("role", "group");
    top.setAttribute("aria-label", options.words["strip.equal"]);
    const funnel = document.createElementNS(SVG, "svg");
    funnel.setAttribute("class", "jm-funnel");
    funnel.setAttribute("aria-hidden", "true");
    const bar = node("div", "jm-true");
    bar.setAttribute("aria-hidden", "true");
    const legend = node("div", "jm-strip-foot");
    legend.append(node("span", "", options.words["strip.true"]), node("span", "jm-total", options.total));
    root.append(top, funnel, bar, legend);
    L.DomEvent.disableClickPropagation(root);
    L.DomEvent.disableScrollPropagation(root);
    map.getContainer().appendChild(root);

    const buttons = options.legs.map((leg, index) => {
      const button = node("button", "jm-segment");
      button.type = "button";
      const time = leg.brief || options.words["leg.unknown_duration"];
      const words = node("span", "jm-segment-words");
      words.append(node("span", "jm-segment-time", time), node("span", "jm-segment-name", `${leg.from} – ${leg.to}`));
      button.append(icon(options.modes[leg.mode]), words);
      button.setAttribute("aria-pressed", "false");
      button.setAttribute("aria-label", `${index + 1}. ${leg.name}: ${leg.from} – ${leg.to}, ${time}`);
      button.title = `${leg.name}: ${leg.from} – ${leg.to}`;
      button.addEventListener("click", () => options.onPick(index));
      top.append(button);
      return button;
    });
    const slices = options.legs.map((leg, index) => {
      const slice = node("span", "jm-slice");
      if (leg.seconds === null) slice.classList.add("jm-open");
      slice.addEventListener("click", () => options.onPick(index));
      bar.append(slice);
      return slice;
    });
    const wedges = options.legs.map((leg, index) => {
      const wedge = document.createElementNS(SVG, "path");
      wedge.addEventListener("click", () => options.onPick(index));
      funnel.append(wedge);
      return wedge;
    });

    const resize = () => {
      const width = top.clientWidth;
      const height = funnel.clientHeight || 16;
      const known = options.legs.map((leg) => leg.seconds).filter((s) => s !== null);
      const usual = known.length ? known.reduce((a, b) => a + b, 0) / known.length : 1;
      const weights = options.legs.map((leg) => (leg.seconds === null ? usual * 0.25 : leg.seconds));
      const equal = shares(options.legs.map(() => 1), width);
      const real = shares(weights, width, Math.min(2, width / options.legs.length));
      funnel.setAttribute("viewBox", `0 0 ${width} ${height}`);
      let a = 0;
      let b = 0;
      options.legs.forEach((leg, i) => {
        const [c, d] = [a + equal[i], b + real[i]];
        const bend = height / 2;
        wedges[i].setAttribute("d", `M${a + 1} 0C${a + 1} ${bend} ${b} ${bend} ${b} ${height}H${d}` +
          `C${d} ${bend} ${c - 1} ${bend} ${c - 1} 0Z`);
        slices[i].style.width = `${real[i]}px`;
        [a, b] = [c, d];
      });
      root.classList.toggle("jm-narrow", width / options.legs.length < 150);
      root.classList.toggle("jm-tight", width / options.legs.length < 64);
    };

    const repaint = () => options.legs.forEach((leg, i) => {
      [buttons[i], slices[i], wedges[i]].forEach((part) => part.style.setProperty("--ink", options.colour(leg.mode)));
    });

    return {
      element: root,
      mark: (index) => buttons.forEach((button, i) => {
        button.setAttribute("aria-pressed", String(i === index));
        [button, slices[i], wedges[i]].forEach((part) => part.classList.toggle("jm-chosen", i === index));
      }),
      repaint,
      resize,
      remove: () => root.remove(),
    };
  };

  L.journey.node = node;
  L.journey.icon = icon;
})(window.L);
