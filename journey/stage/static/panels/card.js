/* The chapter card: what is told of a leg, what it stands on, and what nobody knows. */
// needs: arithmetic/fromto arithmetic/letters core/actions core/element core/icon panels/button panels/facts panels/guard core/mark
/** @typedef {{card: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  const { button, element, fromto, icon, letters, mark } = L.journey;
  const LONG = 150; // letters from which a sentence is set smaller where there is little room
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

  // What there is to read of a leg besides its facts; `rest` is what else its text tells.
  /** @type {(leg: Leg, rest: HTMLElement, words: Words) => HTMLElement} */
  const story = (leg, rest, words) => {
    const box = element("div", "jm-card-story");
    box.append(rest);
    if (leg.jump) box.append(element("p", "jm-jump", leg.jump));
    box.append(...stops(leg, words));
    if (leg.unknown.length) {
      const list = element("ul");
      leg.unknown.forEach((text) => list.append(element("li", "", text)));
      box.append(element("h3", "", words["claim.unknown"]), list);
    }
    return box;
  };

  // Name and ends of a leg.
  /** @type {(leg: Leg) => HTMLElement} */
  const head = (leg) => {
    const title = element("div", "jm-card-head");
    title.append(element("h2", "", leg.name), element("p", "jm-soft", fromto(leg)));
    return title;
  };

  // The step of a leg that is told; before the story has come to one of them, its first.
  /** @type {(tale: Tale, leg: number, index: number | null) => Telling | undefined} */
  const stepOf = ({ steps }, leg, index) =>
    (index !== null && steps[index].leg === leg ? steps[index] : steps.find((step) => step.leg === leg));

  // A sentence, and what it stands on; that may stand among the facts as well.
  /** @type {(step: Telling, facts: Fact[], words: Words) => HTMLElement[]} */
  const told = ({ text, basis, note }, facts, words) => {
    const sentence = element("p", letters(text) > LONG ? "jm-told jm-long" : "jm-told", text);
    const twice = facts.some(({ said }) => note.includes(said));
    const footing = element("p", twice ? "jm-note jm-twice" : "jm-note", note);
    if (note) footing.prepend(mark(basis, words), " ");
    return [sentence, footing];
  };

  // Returns {element} with what is told of the leg and, from step to step, of the moment: {saying} begins with its sentence.
  /** @type {(stage: Stage) => {element: HTMLElement, saying: HTMLElement}} */
  const content = (stage) => {
    const { words, tale } = stage;
    const { legs, data } = tale;
    const [root, saying, rest] = [element("div", "jm-card-body"), element("div", "jm-saying"), element("p")];
    rest.dir = "auto";
    // Of a leg whose time is a secret there is no more than the head, for it can be read from all the rest.
    const secret = () => stage.now().hushed.includes(stage.now().leg ?? -1);
    stage.watch("paint", ({ leg, hushed }) => `${leg} ${hushed}`, () => {
      const index = stage.now().leg;
      if (index === null) return;
      const leg = legs[index];
      root.replaceChildren(icon(data.modes[leg.mode]), head(leg), ...(secret() ? [] : [saying, L.journey.facts(leg.facts, words, true), story(leg, rest, words)]));
    });
    stage.watch("paint", ({ leg }, { step }) => `${leg} ${step}`, () => {
      const [{ leg }, { step }] = [stage.now(), stage.view()];
      if (leg === null) return;
      const now = stepOf(tale, leg, step);
      saying.replaceChildren(...(now ? told(now, legs[leg].facts, words) : []));
      rest.textContent = legs[leg].text.replace(now?.text || "", "").trim();
      rest.hidden = !rest.textContent;
    });
    return { element: root, saying };
  };

  // What closes the card and what shows all of it, which keep the focus while the rest changes. To read all, time stands still;
  // when the story goes on, the card folds.
  /** @type {(stage: Stage, root: HTMLElement) => HTMLElement[]} */
  const buttons = (stage, root) => {
    const { act, words } = stage;
    const { choose, pause, unfold } = L.journey.actions;
    const close = button(stage, "×", words["map.close"], () => act(choose, null));
    const more = button(stage, "", "", () => {
      act(pause);
      act(unfold, "more");
    });
    close.classList.add("jm-shut");
    more.classList.add("jm-more");
    stage.watch("paint", ({ open }) => open.more, (open) => {
      root.classList.toggle("jm-unfolded", open);
      stage.box.classList.toggle("jm-unrolled", open);
      root.scrollTop = 0;
      more.textContent = words[open ? "card.less" : "card.more"];
      more.setAttribute("aria-expanded", String(open));
    });
    const fold = () => act(unfold, "more", false);
    stage.watch("tell", ({ leg }) => leg, fold);
    stage.watch("tell", ({ playing }) => playing, (playing) => { if (playing) fold(); });
    return [close, more];
  };

  // The page may show the text of the story itself.
  L.journey.card = (stage) => {
    const { box, words, tale: { legs } } = stage;
    const root = L.journey.guard(element("aside", "jm-card"));
    root.tabIndex = 0; // It may have to be scrolled by keys.
    root.setAttribute("aria-label", words["card.aria"]);
    const [close, more] = buttons(stage, root);
    const { element: all, saying } = content(stage);
    root.append(close, all, more);
    stage.put("card", root);
    swipes(stage, root, (by) => stage.act(L.journey.actions.turn, by));
    stage.watch("paint", ({ leg, text }) => leg === null || text !== null, (away) => { root.hidden = away; });
    stage.watch("paint", ({ leg }) => leg, () => { root.scrollTop = 0; });
    stage.watch("paint", ({ leg }, { colour }) => (leg === null ? "" : colour(legs[leg].mode)), (ink) => root.style.setProperty("--ink", ink));
    // Measured when it has its border, which is of that colour, and folded, for the map stays as it is when it unfolds.
    const measure = () => { if (!stage.now().open.more) box.style.setProperty("--card", `${root.offsetHeight}px`); };
    stage.watch("paint", ({ leg, open, text }) => [leg, open.more, text === null].join(), measure);
    // A sentence with more lines than there is room for is scrolled, by keys as well.
    const reach = () => {
      const said = /** @type {HTMLElement | null} */ (saying.firstElementChild);
      if (said && said.scrollHeight > said.clientHeight) said.tabIndex = 0;
    };
    stage.watch("paint", ({ leg, open }, { step }) => [leg, open.more, step].join(), reach);
    stage.on(stage.map, "resize", measure);
    stage.on(stage.map, "resize", reach);
    stage.add(() => box.style.removeProperty("--card"));
  };
})(window.L);
