/* The two rows of the timeline: every leg alike above, its real share of the time below, and wedges between them. */
// needs: core/icon core/node
(function (L) {
  "use strict";

  const { node, icon } = L.journey;
  const SVG = "http://www.w3.org/2000/svg";
  const MANY = 12; // legs, beyond which only one of them is a stop of the tab key
  const CROWD = 60; // legs, beyond which there is no room for icons and words on any screen

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

  // The row above, as a group with a name.
  const group = (words) => {
    const made = node("div", "jm-equal");
    made.setAttribute("role", "group");
    made.setAttribute("aria-label", words["strip.equal"]);
    return made;
  };

  // The row below, which is the slider to screen readers and keyboards.
  const slider = (words) => {
    const made = node("div", "jm-true");
    made.tabIndex = 0;
    Object.entries({
      role: "slider", "aria-label": words["strip.slider"], "aria-valuemin": 0, "aria-valuemax": 100, "aria-valuenow": 0,
    }).forEach(([key, value]) => made.setAttribute(key, value));
    return made;
  };

  // The wedge that leads from a leg's place above to its place below, as an SVG path; all in pixels.
  const wedge = ([a, c], [b, d], height) => {
    const bend = height / 2;
    return `M${a + 1} 0C${a + 1} ${bend} ${b} ${bend} ${b} ${height}H${d}C${d} ${bend} ${c - 1} ${bend} ${c - 1} 0Z`;
  };

  // Calls put(index, [left, right] above, [left, right] below) for each leg, in pixels.
  const spans = (equal, real, put) => {
    let [a, b] = [0, 0];
    equal.forEach((wide, i) => {
      put(i, [a, a + wide], [b, b + real[i]]);
      [a, b] = [a + wide, b + real[i]];
    });
  };

  // A part for each leg. Options: legs, modes, words, colour(mode), onPick(index).
  // Returns {top, funnel, bar, mark(index | null), repaint(), resize(widths above, widths below, height between)}.
  const parted = (options) => {
    const { legs } = options;
    const [top, bar] = [group(options.words), slider(options.words)];
    const funnel = document.createElementNS(SVG, "svg");
    funnel.setAttribute("class", "jm-funnel");
    funnel.setAttribute("aria-hidden", "true");
    const parts = legs.map((leg, index) => [segment(leg, index, options), slice(leg), document.createElementNS(SVG, "path")]);
    parts.forEach(([button, piece, path], index) => {
      top.append(button);
      bar.append(piece);
      funnel.append(path);
      path.addEventListener("click", () => options.onPick(index));
    });
    let marked = null;
    const paint = (index, yes) => {
      if (index === null) return;
      parts[index][0].setAttribute("aria-pressed", String(yes));
      parts[index].forEach((part) => part.classList.toggle("jm-chosen", yes));
    };
    return {
      top,
      funnel,
      bar,
      mark: (index) => {
        paint(marked, false);
        paint(index, true);
        // With many legs one of them takes the tab key; arrows lead to the others.
        if (legs.length > MANY) [[marked || 0, -1], [index || 0, 0]].forEach(([i, tab]) => { parts[i][0].tabIndex = tab; });
        marked = index;
      },
      repaint: () => legs.forEach((leg, i) => parts[i].forEach((part) => part.style.setProperty("--ink", options.colour(leg.mode)))),
      resize: (equal, real, height) => {
        funnel.setAttribute("viewBox", `0 0 ${equal.reduce((a, b) => a + b, 0)} ${height}`);
        spans(equal, real, (i, above, below) => {
          parts[i][1].style.width = `${real[i]}px`;
          parts[i][2].setAttribute("d", wedge(above, below, height));
        });
      },
    };
  };

  // The same painted, where there are so many legs that none has room for a button of its own.
  const painted = (options) => {
    const { legs } = options;
    const [top, bar, funnel] = [group(options.words), slider(options.words), node("div", "jm-funnel")];
    const canvases = [top, funnel, bar].map((part) => part.appendChild(node("canvas", "jm-crowd")));
    let marked = null;
    let size = null; // {equal, real, height} as last given
    const sheet = (canvas, height) => {
      const ratio = window.devicePixelRatio || 1;
      canvas.width = Math.round(canvas.parentElement.clientWidth * ratio);
      canvas.height = Math.round(height * ratio);
      const context = canvas.getContext("2d");
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      return context;
    };
    const paint = () => {
      if (!size) return;
      const heights = [top.clientHeight, size.height, bar.clientHeight];
      const [above, between, below] = canvases.map((canvas, i) => sheet(canvas, heights[i]));
      spans(size.equal, size.real, (i, [a, c], [b, d]) => {
        [above, between, below].forEach((context) => { context.fillStyle = options.colour(legs[i].mode); });
        above.globalAlpha = i === marked ? 1 : 0.4;
        above.fillRect(a, 0, c - a, heights[0]);
        between.globalAlpha = i === marked ? 0.5 : 0.14;
        between.fill(new Path2D(wedge([a - 1, c + 1], [b, d], heights[1])));
        below.globalAlpha = i === marked ? 1 : 0.7;
        below.fillRect(b, 0, d - b, heights[2]);
      });
    };
    const at = (event) => {
      const { left, width } = top.getBoundingClientRect();
      return Math.max(0, Math.min(legs.length - 1, Math.floor(((event.clientX - left) / width) * legs.length)));
    };
    top.addEventListener("click", (event) => options.onPick(at(event)));
    top.addEventListener("pointermove", (event) => { top.title = legs[at(event)].name; });
    return {
      top,
      funnel,
      bar,
      mark: (index) => {
        marked = index;
        paint();
      },
      repaint: paint,
      resize: (equal, real, height) => {
        size = { equal, real, height };
        paint();
      },
    };
  };

  L.journey.rows = (options) => (options.legs.length > CROWD ? painted : parted)(options);
})(window.L);
