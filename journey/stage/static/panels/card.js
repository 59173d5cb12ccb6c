/* The chapter card: what is told of a leg, what it stands on, and what nobody knows. */
// needs: core/actions core/element core/icon panels/button panels/facts panels/guard
/** @typedef {{card: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  const { button, element, icon } = L.journey;
  const SWIPE = 40; // pixels that a finger goes sideways to turn to another leg

  // Calls turn(1 | -1) when a finger swipes to the left or to the right over the element.
  /** @type {(stage: Stage, element: HTMLElement, turn: (by: number) => void) => void} */
  const swipes = (stage, element, turn) => {
    /** @type {{x: number, y: number} | null} */
    let from = null;
    stage.on(element, "pointerdown", (/** @type {PointerEvent} */ event) => {
      from = event.pointerType === "mouse" ? null : { x: event.clientX, y: event.clientY };
    });
    stage.on(element, "pointerup", (/** @type {PointerEvent} */ event) => {
      if (!from) return;
      const [x, y] = [event.clientX - from.x, event.clientY - from.y];
      from = null;
      if (Math.abs(x) >= SWIPE && Math.abs(x) > 1.5 * Math.abs(y)) turn(x < 0 ? 1 : -1);
    });
    stage.on(element, "pointercancel", () => { from = null; });
  };

  // The stops of which a time or a note is told.
  /** @type {(leg: Leg, words: Words) => HTMLElement[]} */
  const stops = (leg, words) => {
    const told = leg.stops.filter(({ facts, note }) => facts?.length || note);
    if (!told.length) return [];
    const list = element("ul", "jm-card-stops");
    list.append(...told.map(({ name, facts = [], note }) => {
      const item = element("li", "", name);
      if (facts.length) item.append(L.journey.facts(facts, words, true));
      if (note) item.append(element("p", "jm-soft", note));
      return item;
    }));
    return [element("h3", "", words["card.stops"]), list];
  };

  // What there is to read of a leg besides its facts.
  /** @type {(leg: Leg, words: Words) => HTMLElement} */
  const story = (leg, words) => {
    const box = element("div", "jm-card-story");
    if (leg.text) box.append(element("p", "", leg.text));
    if (leg.jump) box.append(element("p", "jm-jump", leg.jump));
    box.append(...stops(leg, words));
    if (leg.unknown.length) {
      const list = element("ul");
      leg.unknown.forEach((text) => list.append(element("li", "", text)));
      box.append(element("h3", "", words["claim.unknown"]), list);
    }
    return box;
  };

  // Mode, name and ends of a leg, and what closes the card.
  /** @type {(leg: Leg, mode: Mode, close: HTMLElement) => HTMLElement} */
  const head = (leg, mode, close) => {
    const box = element("div", "jm-card-head");
    const title = element("div");
    title.append(element("h2", "", leg.name), element("p", "jm-soft", `${leg.from} – ${leg.to}`));
    box.append(icon(mode), title, close);
    return box;
  };

  L.journey.card = (stage) => {
    const { box, words, tale: { legs, data } } = stage;
    const { choose, turn, unfold } = L.journey.actions;
    const root = L.journey.guard(element("aside", "jm-card"));
    root.tabIndex = 0; // It may have to be scrolled by keys.
    root.setAttribute("aria-label", words["card.aria"]);
    const close = button(stage, "×", words["map.close"], () => stage.act(choose, null));
    const more = button(stage, "", "", () => stage.act(unfold, "more"));
    more.classList.add("jm-more");
    stage.put("card", root);
    swipes(stage, root, (by) => stage.act(turn, by));
    stage.watch("paint", ({ leg }) => leg, (index) => {
      root.hidden = index === null;
      root.replaceChildren();
      if (index === null) return;
      const leg = legs[index];
      root.append(head(leg, data.modes[leg.mode], close), L.journey.facts(leg.facts, words, true), story(leg, words), more);
      root.scrollTop = 0;
    });
    // Whether all of it is wanted where there is little room.
    stage.watch("paint", ({ open }) => open.more, (open) => {
      root.classList.toggle("jm-unfolded", open);
      more.textContent = words[open ? "card.less" : "card.more"];
      more.setAttribute("aria-expanded", String(open));
    });
    stage.watch("paint", ({ leg }, { colour }) => (leg === null ? "" : colour(legs[leg].mode)), (ink) => root.style.setProperty("--ink", ink));
    // Measured when it has its border, which is of that colour.
    stage.watch("paint", ({ leg, open }) => `${leg} ${open.more}`, () => box.style.setProperty("--card", `${root.offsetHeight}px`));
    stage.add(() => box.style.removeProperty("--card"));
  };
})(window.L);
