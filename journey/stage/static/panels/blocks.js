/* The legs of the timeline as buttons above and slices below, with wedges between them. */
// needs: arithmetic/wedges core/actions core/element core/icon
/** @typedef {{blocks: (stage: Stage, top: HTMLElement, bar: HTMLElement) => Row}} Gives */
(function (L) {
  "use strict";

  const { element, icon } = L.journey;
  const SVG = "http://www.w3.org/2000/svg";
  const MANY = 12; // legs, beyond which only one of them is a stop of the tab key; arrows lead to the others

  // The button of a leg: icon, time, and from where to where.
  /** @type {(stage: Stage, leg: Leg, index: number) => HTMLElement} */
  const segment = ({ words, tale: { data, legs } }, leg, index) => {
    const made = element("button", "jm-segment");
    const time = leg.brief || words["leg.unknown_duration"];
    const told = element("span", "jm-segment-words");
    told.append(element("span", "jm-segment-time", time), element("span", "jm-segment-name", `${leg.from} – ${leg.to}`));
    made.append(icon(data.modes[leg.mode]), told);
    made.type = "button";
    if (index && legs.length > MANY) made.tabIndex = -1;
    made.setAttribute("aria-pressed", "false");
    made.setAttribute("aria-label", `${time} ${leg.from} – ${leg.to}: ${leg.name}`);
    made.title = `${leg.name}: ${leg.from} – ${leg.to}`;
    return made;
  };

  // A slice of the bar, hatched where nobody knows how long the leg took.
  /** @type {(leg: Leg, share: number) => HTMLElement} */
  const slice = (leg, share) => {
    const made = element("span", leg.seconds === null ? "jm-slice jm-open" : "jm-slice");
    made.style.width = `${share * 100}%`;
    return made;
  };

  L.journey.blocks = (stage, top, bar) => {
    const { tale: { legs, divisions: { bar: { shares } } }, act } = stage;
    const { pick } = L.journey.actions;
    const funnel = document.createElementNS(SVG, "svg");
    funnel.setAttribute("class", "jm-funnel");
    funnel.setAttribute("aria-hidden", "true");
    const parts = legs.map((leg, i) => /** @type {const} */ ([
      segment(stage, leg, i), slice(leg, shares[i]), document.createElementNS(SVG, "path"),
    ]));
    parts.forEach(([button, piece, path], i) => {
      top.append(button);
      bar.append(piece);
      funnel.append(path);
      [button, path].forEach((part) => stage.on(part, "click", () => act(pick, i)));
    });
    /** @type {(index: number | null | undefined, yes: boolean) => void} */
    const mark = (index, yes) => {
      const [button, ...rest] = parts[index ?? -1] || [];
      if (button) button.setAttribute("aria-pressed", String(yes));
      if (button) [button, ...rest].forEach((part) => part.classList.toggle("jm-chosen", yes));
      if (legs.length > MANY) parts[index ?? 0][0].tabIndex = yes ? 0 : -1;
    };
    stage.watch("paint", ({ leg }) => leg, (leg, before) => {
      mark(before, false);
      mark(leg, true);
    });
    stage.watch("paint", ({ hushed }) => hushed, (hushed) =>
      parts.forEach(([button], i) => button.classList.toggle("jm-hushed", hushed.includes(i))));
    stage.watch("paint", ({ theme }) => theme, () => legs.forEach(({ mode }, i) =>
      parts[i].forEach((part) => part.style.setProperty("--ink", stage.view().colour(mode)))));
    return {
      funnel,
      resize: (width, height) => {
        funnel.setAttribute("viewBox", `0 0 ${width} ${height}`);
        L.journey.wedges(shares, width, height, 1).forEach(({ path }, i) => parts[i][2].setAttribute("d", path));
      },
    };
  };
})(window.L);
