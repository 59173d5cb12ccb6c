/* The timeline: its two rows, the cursor through both, the time along them, and the diagram that it unfolds into. */
// needs: core/actions core/element panels/ticks panels/dates panels/diagram panels/drag panels/guard panels/rows panels/shift
/** @typedef {{element: HTMLElement, slider: HTMLElement}} Strip
 * @typedef {{strip: (stage: Stage) => Strip}} Gives */
(function (L) {
  "use strict";

  const { element } = L.journey;
  const SVG = "http://www.w3.org/2000/svg";
  const [ABOVE, BELOW] = [3, 4]; // pixels of the cursor at the edges of the upper row, between which words stand
  const SLACK = 4; // pixels that a click may move before it is a drag

  // The cursor, a light line under a dark one. Returns {element, draw(where it stands above and below, in pixels, or null; heights
  // in pixels: to the ends of the upper row, of what is between, and of all)}.
  const cursor = () => {
    const element = document.createElementNS(SVG, "svg");
    element.setAttribute("class", "jm-cursor");
    element.setAttribute("aria-hidden", "true");
    const needles = [0, 1].map(() => element.appendChild(document.createElementNS(SVG, "path")));
    return {
      element,
      /** @type {(at: [number, number] | null, heights: [number, number, number]) => void} */
      draw: (at, [head, foot, tail]) => {
        needles.forEach((needle) => needle.setAttribute("visibility", at ? "visible" : "hidden"));
        if (!at) return;
        const [x, y] = [at[head ? 0 : 1], at[tail > head ? 1 : 0]]; // A row that is not shown bends nothing.
        const bend = (head + foot) / 2;
        const top = head ? `M${x} 0V${ABOVE}M${x} ${head - BELOW}V${head}` : `M${x} ${-BELOW}V0`;
        needles.forEach((needle) => needle.setAttribute("d", `${top}C${x} ${bend} ${y} ${bend} ${y} ${foot}V${tail}`));
      },
    };
  };

  // Watches what the rows and the cursor have to be laid out for.
  /** @type {(stage: Stage, rows: import("./rows.js").Rows, fold: HTMLElement) => SVGElement} */
  const laid = (stage, { top, bar, funnel, lay, opened, upper }, fold) => {
    const needle = cursor();
    const ahead = bar.appendChild(element("span", "jm-ahead")); // what is not yet travelled
    let [width, shift, heights] = [0, 0, /** @type {[number, number, number]} */ ([0, 0, 0])];
    const draw = () => {
      const { moment, wholes: { bar: below } } = stage.view();
      const story = upper().of(moment);
      needle.draw(stage.now().at && width ? [(story + (below - story) * shift) * width, below * width] : null, heights);
    };
    const resize = () => {
      width = bar.clientWidth || top.clientWidth;
      if (!width) return;
      lay(width, funnel.clientHeight || 16, shift);
      const [head, last] = [top.offsetHeight, fold.hidden ? bar : fold];
      heights = bar.offsetHeight ? [head, bar.offsetTop, last.offsetTop + last.offsetHeight] : [head, head, head];
      draw();
    };
    stage.on(stage.map, "resize", resize);
    stage.watch("paint", ({ drawn }) => drawn === "none", resize);
    stage.watch("paint", ({ open }) => open.diagram, (open) => {
      fold.hidden = !open;
      stage.box.classList.toggle("jm-diagrammed", open);
      resize();
    });
    stage.watch("paint", opened, (_, before) => before !== undefined && resize());
    L.journey.shift(stage, (share) => {
      shift = share;
      resize();
    });
    stage.watch("paint", ({ at }) => at, (at) => {
      const { wholes, wait, said } = stage.view();
      ahead.hidden = !at;
      ahead.style.width = `${(1 - wholes.bar) * 100}%`;
      bar.setAttribute("aria-valuenow", String(Math.round((at ? wholes.truth : 0) * 100)));
      bar.setAttribute("aria-valuetext", at ? `${said().time}, ${wait ? wait.said : said().way}` : "");
      draw();
    });
    return needle.element;
  };

  L.journey.strip = (stage) => {
    const { act, box, words } = stage;
    const { scrub } = L.journey.actions;
    const root = L.journey.guard(element("section", "jm-strip"));
    root.setAttribute("aria-label", words["strip.aria"]);
    const area = element("div", "jm-rows");
    const rows = stage.part(L.journey.rows);
    const fold = stage.part(L.journey.diagram).element;
    area.append(rows.top, rows.funnel, rows.bar, L.journey.ticks(stage), L.journey.dates(stage), fold, laid(stage, rows, fold));
    root.append(area);
    /** @param {number} share */
    const below = (share) => {
      act(scrub, "bar", share);
      stage.paint();
    };
    /** @param {number} share */
    const above = (share) => {
      const { now, tale: { divisions: { story } } } = stage;
      if (now().pacing === "truth") return below(share);
      act(scrub, "story", story.of(rows.upper().at(share)));
      stage.paint();
    };
    L.journey.drag(stage, rows.top, root, SLACK, above);
    [rows.bar, fold].forEach((one) => L.journey.drag(stage, one, root, 0, below));
    // While the time of a leg is a secret, nothing is shown that it could be read from.
    stage.watch("paint", ({ hushed }) => hushed.length > 0, (hushes) => box.classList.toggle("jm-hushes", hushes));
    stage.put("strip", root);
    stage.add(() => box.classList.remove("jm-diagrammed", "jm-hushes"));
    return { element: root, slider: rows.bar };
  };
})(window.L);
