/* The way in: what the journey is about, and one large button that starts it. It lies over the map until anything is told. */
// needs: arithmetic/berth arithmetic/boxes arithmetic/extent arithmetic/grid arithmetic/letters arithmetic/playing core/actions core/element map/window panels/guard
/** @typedef {import("../arithmetic/boxes.js").Dot} Dot
 * `stand` gives it its place among panels and lines in pixels of the map, on the ground that is known, with the points of ends.
 * @typedef {{panels(): DOMRect[], legs(): Dot[][][], ends: Point[], ground: import("../map/survey.js").Ground | null}} Around
 * @typedef {{opening: (stage: Stage) => {stand(around: Around): void, rects(): DOMRect[]}}} Gives */
(function (L) {
  "use strict";

  const { element, letters } = L.journey;
  const { WIDE, LOW } = L.journey.extent; // where it stands on the map, and else along its edges
  const BRIEF = 440; // pixels of the map below which there is little room on the button
  const EDGE = 24; // pixels to the edges of the map
  const CELL = 16; // pixels: side of the cells in which land is looked for
  const PAPER = 0.15; // share of land from which paper lies under the words
  const SHEET = 20; // pixels that the paper reaches beyond the words, as in the style sheet
  const LONG = [22, 48, 100]; // letters of a title, beyond which it is set smaller

  // The button: the sign of playing, what it does, and how long that takes.
  /** @type {(stage: Stage) => HTMLElement} */
  const starter = (stage) => {
    const { map, words, tale } = stage;
    const made = L.journey.guard(element("button", "jm-start"));
    made.type = "button";
    made.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 3v18l16-9z"/></svg>'; // Our own shape.
    const time = element("span", "jm-start-time");
    made.append(element("span", "", words["opening.start"]), time);
    stage.on(made, "click", () => stage.act(L.journey.actions.play));
    const tell = () => {
      const { x, y } = map.getSize();
      time.textContent = L.journey.playing(tale.plays[stage.now().pacing], tale.data.locale, words, x < BRIEF || y < LOW);
    };
    stage.on(map, "resize", tell);
    stage.watch("paint", ({ pacing }) => pacing, tell);
    return made;
  };

  // Title and line; the first of them heads the group.
  /** @type {(data: Data) => {head: HTMLElement, said: HTMLElement}} */
  const sayings = ({ titled, title, opening }) => {
    const said = element("div", "jm-opening");
    const head = element("h2", "", titled ? title : opening);
    head.id = "jm-opening";
    head.className = titled ? `jm-opening-title jm-long-${LONG.filter((most) => letters(title) > most).length}` : "jm-opening-line";
    head.title = titled ? title : "";
    if (titled && document.querySelector("h1")) head.setAttribute("aria-hidden", "true"); // The page says it, and so does the group's name.
    said.append(head, ...(titled ? [element("p", "jm-opening-line", opening)] : []));
    return { head, said };
  };

  // Looks for its place on the map: large or else small; null where it has none and stands along the edges.
  /** @type {(stage: Stage, root: HTMLElement, around: Around) => import("../arithmetic/berth.js").Berth | null} */
  const berth = ({ box, map, size }, root, { panels, legs, ends, ground }) => {
    const view = L.journey.window(map);
    if (view.w < WIDE || view.h < LOW) return null;
    const room = {
      frame: { x: EDGE, y: EDGE, w: view.w - 2 * EDGE, h: view.h - size("strip").h - 2 * EDGE },
      taken: panels().map(L.journey.boxes.inside(box.getBoundingClientRect())),
      lines: legs().flat(),
      points: ends.map((at) => map.latLngToContainerPoint(at)),
      grid: ground && L.journey.grid(view, CELL, ground.areas, []),
    };
    const [large, small] = [false, true].map((less) => {
      root.classList.toggle("jm-small", less);
      return L.journey.berth(root.offsetWidth, root.offsetHeight, room);
    });
    const better = large && (!small || large.land <= Math.max(PAPER, small.land));
    root.classList.toggle("jm-small", !better);
    return better ? large : small;
  };

  // The group with all of it, shown until anything is told or picked.
  /** @type {(stage: Stage) => HTMLElement} */
  const group = (stage) => {
    const { box } = stage;
    const root = element("section", "jm-way-in");
    const { head, said } = sayings(stage.tale.data);
    const foot = element("div", "jm-start-box");
    foot.append(starter(stage));
    // What is hidden only later fades away first, and no word takes its place meanwhile.
    root.hidden = stage.now().over !== "opening";
    root.setAttribute("role", "group");
    root.setAttribute("aria-labelledby", head.id);
    stage.put("opening", said);
    stage.put("start", foot);
    root.append(said, foot);
    box.prepend(root); // The first that the tab key comes to.
    stage.add(() => {
      root.remove();
      box.classList.remove("jm-opens", "jm-docked");
    });
    stage.watch("paint", ({ over }) => over === "opening", (opens) => {
      const held = root.contains(document.activeElement);
      box.classList.toggle("jm-opens", opens);
      root.hidden = !opens;
      if (held && !opens) box.focus({ preventScroll: true });
    });
    return root;
  };

  L.journey.opening = (stage) => {
    const { box, map } = stage;
    const root = group(stage);
    /** @type {Around | null} */
    let around = null;
    let stale = false; // whether it has another size since it was given its place
    const settle = () => {
      stale = stage.now().over !== "opening";
      if (stale) return;
      box.classList.remove("jm-docked");
      const found = around && berth(stage, root, around);
      box.classList.toggle("jm-docked", !found);
      root.classList.toggle("jm-on-paper", Boolean(found && found.land > PAPER));
      Object.assign(root.style, found ? { left: `${found.x}px`, top: `${found.y}px` } : { left: "", top: "" });
    };
    // After the camera has gone where the panels leave room.
    const later = () => stage.frame(settle);
    stage.on(map, "resize", later);
    // Letters of another face break lines elsewhere, and names go where this leaves room.
    stage.on(map, "journey:type", settle);
    stage.watch("paint", ({ open }) => open.diagram || open.legend, (yes, before) => { if (before !== undefined) later(); });
    stage.on(map, "moveend", () => { if (stale) settle(); });
    return {
      stand: (what) => {
        around = what;
        settle();
      },
      rects: () => {
        if (!root.offsetParent || !root.classList.contains("jm-on-paper")) return [];
        const { x, y, width, height } = root.getBoundingClientRect();
        return [new DOMRect(x - SHEET, y - SHEET, width + 2 * SHEET, height + 2 * SHEET)];
      },
    };
  };
})(window.L);
