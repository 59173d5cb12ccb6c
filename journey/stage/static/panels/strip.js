/* The timeline: its two rows, the cursor through both, and the diagram that it unfolds into. */
// needs: core/actions core/element panels/dates panels/diagram panels/drag panels/guard panels/rows
/** @typedef {{element: HTMLElement, foot: HTMLElement, slider: HTMLElement}} Strip
 * @typedef {{strip: (stage: Stage) => Strip}} Gives */
(function (L) {
  "use strict";

  const { element } = L.journey;
  const SVG = "http://www.w3.org/2000/svg";
  const [ABOVE, BELOW] = [3, 4]; // pixels of the cursor at the edges of the upper row, between which words stand
  const TOP = 10; // pixels of padding above
  const SLACK = 4; // pixels that a click may move before it is a drag
  const [NARROW, TIGHT] = [150, 64]; // pixels for a leg, below which its words are few, and none

  // The cursor, a light line under a dark one. Returns {element, draw(shares of both rows or null, width and heights in pixels:
  // to the ends of the upper row, of what is between, and of the lower one; from the left edge to the rows)}.
  const cursor = () => {
    const element = document.createElementNS(SVG, "svg");
    element.setAttribute("class", "jm-cursor");
    element.setAttribute("aria-hidden", "true");
    const needles = [0, 1].map(() => element.appendChild(document.createElementNS(SVG, "path")));
    return {
      element,
      /** @type {(wholes: {story: number, bar: number} | null, width: number, heights: number[], left: number) => void} */
      draw: (wholes, width, [head, foot, tail], left) => {
        needles.forEach((needle) => needle.setAttribute("visibility", wholes && width ? "visible" : "hidden"));
        if (!wholes || !width) return;
        const [x, y] = [wholes.story, head === foot ? wholes.story : wholes.bar].map((share) => left + share * width);
        const bend = (head + foot) / 2;
        const way = `M${x} 0V${ABOVE}M${x} ${head - BELOW}V${head}C${x} ${bend} ${y} ${bend} ${y} ${foot}V${tail}`;
        needles.forEach((needle) => needle.setAttribute("d", way));
      },
    };
  };

  // The heights of the cursor; where the row above stands alone, it ends with that.
  /** @type {(top: HTMLElement, bar: HTMLElement, last: HTMLElement) => number[]} */
  const heightsOf = ({ offsetHeight: head }, bar, last) =>
    (bar.offsetHeight ? [head, bar.offsetTop - TOP, last.offsetTop + last.offsetHeight - TOP] : [head, head, head]);

  // Watches what the rows and the cursor have to be laid out for.
  /** @type {(stage: Stage, root: HTMLElement, rows: import("./rows.js").Rows, fold: HTMLElement) => SVGElement} */
  const laid = (stage, root, rows, fold) => {
    const { top, bar, funnel } = rows;
    const needle = cursor();
    const ahead = bar.appendChild(element("span", "jm-ahead")); // what is not yet travelled
    let [width, left] = [0, 0];
    let heights = [0, 0, 0];
    const draw = () => needle.draw(stage.now().at && stage.view().wholes, width, heights, left);
    const resize = () => {
      [width, left] = [top.clientWidth, top.offsetLeft];
      if (!width) return;
      const [from, to] = stage.tale.rides[0].above; // legs are alike there
      const room = width * (to - from);
      root.classList.toggle("jm-narrow", room < NARROW);
      root.classList.toggle("jm-tight", room < TIGHT);
      rows.resize(width, funnel.clientHeight || 16);
      heights = heightsOf(top, bar, fold.hidden ? bar : fold);
      draw();
    };
    stage.on(stage.map, "resize", resize);
    stage.watch("paint", ({ drawn }) => drawn === "none", resize);
    stage.watch("paint", ({ open }) => open.diagram, (open) => {
      fold.hidden = !open;
      stage.box.classList.toggle("jm-diagrammed", open);
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
    const { act, words } = stage;
    const { scrub } = L.journey.actions;
    const root = L.journey.guard(element("section", "jm-strip"));
    root.setAttribute("aria-label", words["strip.aria"]);
    const rows = stage.part(L.journey.rows);
    const dates = L.journey.dates(stage);
    const fold = stage.part(L.journey.diagram).element;
    const foot = element("div", "jm-strip-foot");
    root.append(rows.top, rows.funnel, rows.bar, dates, fold, laid(stage, root, rows, fold), foot);
    /** @type {(division: keyof Tale["divisions"]) => (share: number) => void} */
    const along = (division) => (share) => {
      act(scrub, division, share);
      stage.paint();
    };
    L.journey.drag(stage, rows.top, root, SLACK, along("story"));
    [rows.bar, fold].forEach((area) => L.journey.drag(stage, area, root, 0, along("bar")));
    stage.put("strip", root);
    stage.add(() => stage.box.classList.remove("jm-diagrammed"));
    return { element: root, foot, slider: rows.bar };
  };
})(window.L);
