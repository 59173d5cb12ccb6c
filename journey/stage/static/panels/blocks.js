/* The legs of the timeline as buttons above and slices below, with wedges between them, and the waits in their gaps. */
// needs: arithmetic/wedges core/actions core/element core/icon
/** @typedef {{blocks: (stage: Stage, top: HTMLElement, bar: HTMLElement) => Row}} Gives */
(function (L) {
  "use strict";

  const { element, icon } = L.journey;
  const SVG = "http://www.w3.org/2000/svg";
  const MANY = 12; // legs, beyond which only one of them is a stop of the tab key; arrows lead to the others

  // The button of a leg: icon, time, and from where to where.
  /** @type {(stage: Stage, leg: Leg, index: number, time: HTMLElement) => HTMLElement} */
  const segment = ({ tale: { data, legs } }, leg, index, time) => {
    const made = element("button", "jm-segment");
    const told = element("span", "jm-segment-words");
    told.append(time, element("span", "jm-segment-name", `${leg.from} – ${leg.to}`));
    made.append(icon(data.modes[leg.mode]), told);
    made.type = "button";
    if (index && legs.length > MANY) made.tabIndex = -1;
    made.setAttribute("aria-pressed", "false");
    made.setAttribute("aria-label", `${time.textContent} ${leg.from} – ${leg.to}: ${leg.name}`);
    made.title = `${leg.name}: ${leg.from} – ${leg.to}`;
    return made;
  };

  // Tells figures whole: in full, else in few letters, else not at all, for a part of a figure reads as another. They are measured
  // together, so that there are three layouts and no more. `box` is what cuts a figure off.
  /** @typedef {{box: Element, words: Element, forms: string[]}} Figure */
  /** @type {(figures: Figure[]) => void} */
  const fit = (figures) => {
    let open = figures;
    [0, 1, 2].forEach((form) => {
      open.forEach(({ words, forms }) => { words.textContent = forms[form] || ""; });
      open = open.filter(({ box }) => box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight);
    });
  };

  const CLOCK = '<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3 2"/></svg>';

  // The button of a wait between two legs, which leads to its beginning.
  /** @type {(stage: Stage, wait: Wait, leg: number) => HTMLElement} */
  const block = (stage, wait, leg) => {
    const { tale: { legs, divisions: { story } } } = stage;
    const made = element("button", "jm-wait-block");
    made.type = "button";
    made.title = wait.said;
    made.setAttribute("aria-label", wait.said);
    if (legs.length > MANY) made.tabIndex = -1;
    made.innerHTML = CLOCK; // Our own shape.
    made.append(element("span", "", wait.brief));
    made.style.flexGrow = String((story.of({ leg, part: wait.to }) - story.of({ leg, part: wait.from })) * story.weight);
    stage.on(made, "click", () => stage.act(L.journey.actions.seek, { leg, part: wait.from }));
    return made;
  };

  // The slices of a leg in the bar: those of its waits dotted, the others hatched where its time is assumed, and empty where nobody
  // knows it.
  /** @type {(leg: Leg, share: number) => HTMLElement[]} */
  const slices = ({ waits, timed }, share) => {
    /** @type {(from: number, to: number, name: string) => HTMLElement[]} */
    const slice = (from, to, name) => {
      if (to <= from && waits.length) return [];
      const made = element("span", name);
      made.style.width = `${share * (to - from) * 100}%`;
      return [made];
    };
    const way = `jm-slice${timed ? "" : " jm-unknown"}${timed === "assumed" ? " jm-guessed" : ""}`;
    const starts = [0, ...waits.map(({ to }) => to)];
    return starts.flatMap((start, i) => {
      const wait = waits[i];
      return [...slice(start, wait ? wait.from : 1, way), ...(wait ? slice(wait.from, wait.to, "jm-slice jm-wait") : [])];
    });
  };

  L.journey.blocks = (stage, top, bar) => {
    const { tale: { legs, rides, divisions: { bar: { shares } } }, act } = stage;
    const { pick } = L.journey.actions;
    const funnel = document.createElementNS(SVG, "svg");
    funnel.setAttribute("class", "jm-funnel");
    funnel.setAttribute("aria-hidden", "true");
    const parts = legs.map((leg, i) => {
      const path = document.createElementNS(SVG, "path");
      const [leaves, arrives] = leg.ride;
      const time = element("span", "jm-segment-time", leg.brief || stage.words["leg.unknown_duration"]);
      const button = segment(stage, leg, i, time);
      const pieces = slices(leg, shares[i]);
      const ends = leaves < arrives ? leg.waits.filter(({ from, to }) => to <= leaves || from >= arrives) : [];
      const made = ends.map((wait) => block(stage, wait, i));
      top.append(...made.filter((one, n) => ends[n].to <= leaves), button, ...made.filter((one, n) => ends[n].from >= arrives));
      bar.append(...pieces);
      funnel.append(path);
      [button, path].forEach((part) => stage.on(part, "click", () => act(pick, i)));
      /** @type {Figure[]} */
      const figures = [{ box: time, words: time, forms: leg.brief ? [leg.brief, leg.short] : [time.textContent || ""] }];
      made.forEach((box, n) => figures.push({ box, words: /** @type {Element} */ (box.lastElementChild), forms: [ends[n].brief, ends[n].short] }));
      return { button, path, all: [button, path, ...pieces], made, figures };
    });
    /** @type {(index: number | null | undefined, yes: boolean) => void} */
    const mark = (index, yes) => {
      const chosen = parts[index ?? -1];
      chosen?.button.setAttribute("aria-pressed", String(yes));
      chosen?.all.forEach((part) => part.classList.toggle("jm-chosen", yes));
      if (legs.length > MANY) parts[index ?? 0].button.tabIndex = yes ? 0 : -1;
    };
    stage.watch("paint", ({ leg }) => leg, (leg, before) => {
      mark(before, false);
      mark(leg, true);
    });
    stage.watch("paint", ({ hushed }) => hushed, (hushed) => parts.forEach(({ button, made }, i) =>
      [button, ...made].forEach((part) => part.classList.toggle("jm-hushed", hushed.includes(i)))));
    stage.watch("paint", ({ theme }) => theme, () => legs.forEach(({ mode }, i) =>
      parts[i].all.forEach((part) => part.style.setProperty("--ink", stage.view().colour(mode)))));
    return {
      funnel,
      resize: (width, height) => {
        funnel.setAttribute("viewBox", `0 0 ${width} ${height}`);
        L.journey.wedges(rides, width, height, 1).forEach(({ path }, i) => parts[i].path.setAttribute("d", path));
        fit(parts.flatMap(({ figures }) => figures));
      },
    };
  };
})(window.L);
