/* The legs of the timeline by chapters, where there are many: one of them is open and shows its legs, the others what they hold. */
// needs: arithmetic/called arithmetic/last arithmetic/spread arithmetic/wedges core/actions core/element core/icon core/narrow panels/slices
/** @typedef {{chapters: (stage: Stage, top: HTMLElement, bar: HTMLElement, funnel: SVGElement) => Row}} Gives */
(function (L) {
  "use strict";

  const { called, element, icon, last, narrow, spread } = L.journey;
  const SVG = "http://www.w3.org/2000/svg";
  const SIGNS = 8; // of the legs of a chapter that is shut
  const MANY = 80; // legs of a chapter that have no button each

  // The legs whose signs a chapter shows while it is shut: all of few, else the first of each mode.
  /** @type {(legs: Leg[]) => Leg[]} */
  const told = (legs) => {
    if (legs.length <= SIGNS) return legs;
    return legs.filter(({ mode }, i) => legs.findIndex((other) => other.mode === mode) === i).slice(0, SIGNS);
  };

  // The button of a leg in the chapter that is open.
  /** @type {(stage: Stage, leg: Leg, index: number) => HTMLButtonElement} */
  const button = (stage, leg, index) => {
    const made = element("button", "jm-chapter-leg");
    const { title, label } = called(stage.words, leg, stage.now().hushed.includes(index));
    made.append(icon(stage.tale.data.modes[leg.mode]));
    made.type = "button";
    made.tabIndex = -1;
    made.title = title;
    made.setAttribute("aria-label", label);
    made.style.setProperty("--ink", stage.view().colour(leg.mode));
    return made;
  };

  // The head of a chapter: what it is called, and what it holds.
  /** @param {Chapter} chapter */
  const heading = ({ name, short, said }) => {
    const head = element("button", "jm-chapter-head");
    head.type = "button";
    head.title = `${name}: ${said}`;
    head.setAttribute("aria-label", head.title);
    head.append(element("b", "jm-short", short), element("b", "", name), element("span", "", said));
    return head;
  };

  // The sign of a leg, in its colour.
  /** @type {(stage: Stage, leg: Leg) => HTMLElement} */
  const sign = ({ tale: { data: { modes } }, view }, { mode }) => {
    const made = icon(modes[mode]);
    made.style.setProperty("--ink", view().colour(mode));
    return made;
  };

  // Which of so many legs from that one on the pointer is over.
  /** @type {(root: HTMLElement, first: number, count: number, event: MouseEvent) => number} */
  const under = (root, first, count, { clientX }) => {
    const { left, width } = root.getBoundingClientRect();
    return first + Math.max(0, Math.min(Math.floor(((clientX - left) / width) * count), count - 1));
  };

  // One chapter. Returns {root, path of its wedge, fill(whether it is open), mark(a leg, whether it is chosen)}.
  /** @type {(stage: Stage, index: number) => {root: HTMLElement, path: SVGElement, fill(open: boolean): void, mark(leg: number, yes: boolean): void}} */
  const chapter = (stage, index) => {
    const { tale: { data: { chapters }, legs }, act } = stage;
    const { choose, pick } = L.journey.actions;
    const { first } = chapters[index];
    const own = legs.slice(first, chapters[index + 1]?.first);
    const [root, head, signs] = [element("div", "jm-chapter"), heading(chapters[index]), element("div", "jm-chapter-legs")];
    const path = document.createElementNS(SVG, "path");
    let opened = false;
    /** @type {HTMLButtonElement[]} */
    let buttons = [];
    root.append(head, signs);
    stage.on(root, "click", (/** @type {MouseEvent & {target: Element}} */ event) => {
      const on = buttons.findIndex((one) => one.contains(event.target));
      if (on >= 0) act(pick, first + on);
      else if (opened && !buttons.length && !head.contains(event.target)) act(pick, under(root, first, own.length, event));
      else act(choose, first);
    });
    stage.on(path, "click", () => act(choose, first));
    return {
      root,
      path,
      fill: (open) => {
        opened = open;
        [root, path].forEach((one) => one.classList.toggle("jm-open", open));
        head.setAttribute("aria-expanded", String(open));
        buttons = open && own.length <= MANY ? own.map((leg, i) => button(stage, leg, first + i)) : [];
        signs.replaceChildren(...(buttons.length ? buttons : told(own).map((leg) => sign(stage, leg))));
      },
      mark: (leg, yes) => {
        const one = buttons[leg - first];
        one?.classList.toggle("jm-chosen", yes);
        one?.setAttribute("aria-pressed", String(yes));
        if (one) one.tabIndex = yes ? 0 : -1;
      },
    };
  };

  // Where each chapter is in both rows, in shares, with the upper one shifted to true shares so far.
  /** @type {(tale: Tale, upper: import("../arithmetic/division.js").Division, shift: number) => {above: [number, number], below: [number, number]}[]} */
  const ranges = ({ data: { chapters }, legs, ride }, upper, shift) => chapters.map(({ first }, i) => {
    const end = (chapters[i + 1]?.first ?? legs.length) - 1;
    const [left, right] = [ride("bar", first)[0], ride("bar", end)[1]];
    const [from, to] = [upper.of({ leg: first, part: 0 }), upper.of({ leg: end, part: 1 })];
    return { above: [from + (left - from) * shift, to + (right - to) * shift], below: [left, right] };
  });

  // Opens the chapter of the leg that is chosen, and marks that leg. Returns {now(state) which one is open}.
  /** @type {(stage: Stage, top: HTMLElement, parts: ReturnType<typeof chapter>[]) => {now(state: State): number | null}} */
  const opening = (stage, top, parts) => {
    const { chapters } = stage.tale.data;
    /** @type {(leg: number) => number} */
    const of = (leg) => last(chapters, ({ first }) => first <= leg);
    let held = false; // by a pointer that drags along it, under which nothing is to move
    /** @type {number | null} */
    let open = null;
    stage.on(top, "pointerdown", () => { held = true; });
    stage.on(window, "pointerup pointercancel", () => {
      held = false;
      stage.after(0, stage.paint);
    });
    /** @type {(state: State) => number | null} */
    const now = ({ leg }) => (held ? open : leg && of(leg));
    /** @type {(leg: number | null | undefined, yes: boolean) => void} */
    const mark = (leg, yes) => { if (leg !== null && leg !== undefined) parts[of(leg)].mark(leg, yes); };
    /** @type {(filled: typeof parts) => void} */
    const fill = (filled) => {
      filled.forEach((part) => part.fill(part === parts[open ?? -1]));
      mark(stage.now().leg, true);
    };
    stage.watch("paint", ({ leg }) => leg, (leg, before) => {
      mark(before, false);
      mark(leg, true);
    });
    stage.watch("paint", now, (opens, before) => {
      open = opens;
      fill([before, opens].flatMap((i) => parts[i ?? -1] ?? []));
    });
    stage.watch("paint", ({ theme, hushed }) => `${theme} ${hushed}`, () => fill(parts));
    return { now };
  };

  L.journey.chapters = (stage, top, bar, funnel) => {
    const { tale } = stage;
    const { chapters } = tale.data;
    top.setAttribute("aria-label", stage.words["strip.chapters"]);
    const parts = chapters.map((_, i) => chapter(stage, i));
    top.append(...parts.map(({ root }) => root));
    funnel.append(...parts.map(({ path }) => path));
    [top, bar, funnel].forEach((row) => row.classList.add("jm-many"));
    const { now } = opening(stage, top, parts);
    let upper = tale.divisions.story;
    let painted = ""; // for which theme and size the lower row is
    const paint = () => {
      const wanted = [stage.now().theme, bar.clientWidth, bar.clientHeight, window.devicePixelRatio].join();
      if (wanted !== painted) L.journey.slices(stage, bar);
      painted = wanted;
    };
    stage.watch("paint", ({ theme }) => theme, paint);
    return {
      opened: now,
      upper: () => upper,
      lay: (width, height, shift) => {
        upper = spread(chapters.map(({ first }) => first), tale.legs.length, now(stage.now()), width);
        funnel.setAttribute("viewBox", `0 0 ${width} ${height}`);
        L.journey.wedges(ranges(tale, upper, shift), width, height, 2).forEach(({ path, above: [left, right] }, i) => {
          parts[i].path.setAttribute("d", path);
          Object.assign(parts[i].root.style, { left: `${left}px`, width: `${right - left}px` });
          narrow(parts[i].root, shift ? right - left : Infinity);
        });
        paint();
      },
    };
  };
})(window.L);
