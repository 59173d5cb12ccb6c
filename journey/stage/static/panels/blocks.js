/* The legs of the timeline as buttons above and slices below, with wedges between them, and the waits in their gaps. */
// needs: arithmetic/called arithmetic/fromto arithmetic/wedges core/actions core/element core/icon core/narrow
/** @typedef {{blocks: (stage: Stage, top: HTMLElement, bar: HTMLElement, funnel: SVGElement) => Row}} Gives */
(function (L) {
  "use strict";

  const { called, element, fromto, icon, narrow } = L.journey;
  const SVG = "http://www.w3.org/2000/svg";
  const MANY = 12; // legs, beyond which only one of them is a stop of the tab key; arrows lead to the others

  // The button of a leg: icon, time, and from where to where.
  /** @type {(stage: Stage, leg: Leg, index: number, time: HTMLElement) => HTMLElement} */
  const segment = ({ words, tale: { data, legs } }, leg, index, time) => {
    const made = element("button", "jm-segment");
    const inside = element("span", "jm-segment-inside");
    const told = element("span", "jm-segment-words");
    told.append(time, element("span", "jm-segment-name", fromto(leg)));
    inside.append(icon(data.modes[leg.mode]), told);
    made.append(inside);
    made.type = "button";
    if (index && legs.length > MANY) made.tabIndex = -1;
    made.setAttribute("aria-pressed", "false");
    made.title = called(words, leg).title;
    return made;
  };

  // Tells figures whole: in full, else in few letters, else not at all, for a part of a figure reads as another. They are measured
  // together, so that there are three layouts and no more. `wide` and `high` are what cuts a figure off.
  /** @typedef {{wide: Element, high: Element, words: Element, forms: string[]}} Figure */
  /** @type {(figures: Figure[]) => void} */
  const fit = (figures) => {
    let open = figures;
    [0, 1, 2].forEach((form) => {
      open.forEach(({ words, forms }) => { words.textContent = forms[form] || ""; });
      open = open.filter(({ wide, high }) => wide.scrollWidth > wide.clientWidth || high.scrollHeight > high.clientHeight);
    });
  };

  const CLOCK = '<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3 2"/></svg>';

  // A time as it may be broken into lines: not between a number and its unit.
  /** @type {(time: string) => string} */
  const kept = (time) => time.replace(/(\d) /g, "$1\u00a0");

  // The button of a wait between two legs, which leads to its beginning.
  /** @type {(stage: Stage, wait: Wait, leg: number) => HTMLElement} */
  const block = (stage, wait, leg) => {
    const { legs } = stage.tale;
    const made = element("button", "jm-wait-block");
    made.type = "button";
    made.title = wait.said;
    made.setAttribute("aria-label", wait.said);
    if (legs.length > MANY) made.tabIndex = -1;
    made.innerHTML = CLOCK; // Our own shape.
    made.append(element("span", "", wait.brief));
    stage.on(made, "click", () => stage.act(L.journey.actions.seek, { leg, part: wait.from }));
    return made;
  };

  // Makes a wait's button so wide, in px.
  /** @type {(one: HTMLElement, wide: number) => void} */
  const widen = (one, wide) => {
    one.style.flexGrow = String(wide);
    narrow(one, wide);
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

  // Keeps a time that is a secret from who sees and who hears; those that are none any more find their room.
  /** @type {(stage: Stage, parts: {button: HTMLElement, made: HTMLElement[]}[], refit: () => void) => () => void} */
  const hush = ({ tale: { legs }, words, watch }, parts, refit) => watch("paint", ({ hushed }) => hushed, (hushed, before) => {
    parts.forEach(({ button, made }, i) => {
      const secret = hushed.includes(i);
      button.setAttribute("aria-label", called(words, legs[i], secret).label);
      [button, ...made].forEach((part) => part.classList.toggle("jm-hushed", secret));
    });
    if (before) refit();
  });

  // Between two ranges, as far as so much of the way, 0..1.
  /** @type {(from: [number, number], to: [number, number], shift: number) => [number, number]} */
  const mixed = (from, to, shift) => [from[0] + (to[0] - from[0]) * shift, from[1] + (to[1] - from[1]) * shift];

  L.journey.blocks = (stage, top, bar, funnel) => {
    const { tale: { legs, ride, divisions: { story, bar: below } }, act } = stage;
    const { pick } = L.journey.actions;
    const parts = legs.map((leg, i) => {
      const path = document.createElementNS(SVG, "path");
      const [leaves, arrives] = leg.ride;
      const time = element("span", "jm-segment-time", leg.brief || stage.words["leg.unknown_duration"]);
      const button = segment(stage, leg, i, time);
      const pieces = slices(leg, below.shares[i]);
      const ends = leaves < arrives ? leg.waits.filter(({ from, to }) => to <= leaves || from >= arrives) : [];
      const made = ends.map((wait) => block(stage, wait, i));
      top.append(...made.filter((one, n) => ends[n].to <= leaves), button, ...made.filter((one, n) => ends[n].from >= arrives));
      bar.append(...pieces);
      funnel.append(path);
      [button, path].forEach((part) => stage.on(part, "click", () => act(pick, i)));
      /** @type {Figure[]} */
      const figures = [{ wide: time, high: button.children[0], words: time, forms: leg.brief ? [leg.brief, leg.short].map(kept) : [time.textContent || ""] }];
      made.forEach((box, n) => figures.push({ wide: box, high: box, words: /** @type {Element} */ (box.lastElementChild), forms: [ends[n].brief, ends[n].short].map(kept) }));
      /** @type {(division: import("../arithmetic/division.js").Division, wait: Wait) => number} */
      const share = (division, { from, to }) => division.of({ leg: i, part: to }) - division.of({ leg: i, part: from });
      const spans = ends.map((wait) => [share(story, wait), share(below, wait)]);
      return { button, path, all: [button, path, ...pieces], made, figures, spans };
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
    const refit = () => fit(parts.flatMap(({ figures }) => figures));
    hush(stage, parts, refit);
    stage.on(stage.map, "journey:type", refit);
    stage.watch("paint", ({ theme }) => theme, () => legs.forEach(({ mode }, i) =>
      parts[i].all.forEach((part) => part.style.setProperty("--ink", stage.view().colour(mode)))));
    return {
      opened: () => null,
      upper: () => story,
      lay: (width, height, shift) => {
        const rests = shift === 0 || shift === 1;
        funnel.setAttribute("viewBox", `0 0 ${width} ${height}`);
        top.classList.toggle("jm-shifting", !rests);
        const ways = legs.map((_, leg) => {
          const [above, under] = [ride("story", leg), ride("bar", leg)];
          return { above: mixed(above, under, shift), below: under };
        });
        L.journey.wedges(ways, width, height, 1).forEach(({ path, above: [left, right] }, i) => {
          const { button, made, spans } = parts[i];
          parts[i].path.setAttribute("d", path);
          button.style.flexGrow = String(right - left);
          made.forEach((one, n) => widen(one, (spans[n][0] + (spans[n][1] - spans[n][0]) * shift) * width));
        });
        if (rests) refit();
      },
    };
  };
})(window.L);
