/* Opens the stage on the story page, with all it needs out of the page itself. */
// needs: core/scope host/open reading/reading reading/tools
/** @typedef {{story: Promise<L.Map>}} Gives */
(function (L) {
  "use strict";

  const LEAST = 100; // pixels of width from which there is something to see
  const PATIENCE = 300; // milliseconds after which the stage opens in a tab that is not shown, and so never painted
  const box = /** @type {HTMLElement} */ (document.getElementById("stage"));
  if (!box) return; // The window of a lesson's notes has these scripts, and no stage.
  const scope = L.journey.scope();
  const { dataset } = document.documentElement;
  const forPupils = () => new URLSearchParams(location.hash.slice(1)).get("pupil") === "1";

  // On the page as pupils have it answers are held back, from before anything is drawn.
  if (forPupils()) dataset.pupil = "";
  // Which of the two it is does not change under a viewer's eyes.
  scope.on(window, "hashchange", () => { if (forPupils() !== "pupil" in dataset) location.reload(); });

  // Calls act() once the page has been painted with what stands in it: the stage takes its time to open.
  /** @type {(act: () => void) => void} */
  const painted = (act) => {
    let due = true;
    const go = () => {
      if (!due) return;
      due = false;
      act();
    };
    scope.frame(() => scope.after(0, go));
    scope.after(PATIENCE, go);
  };
  // An address that names a leg asks for all of it.
  /** @type {(act: () => void) => void} */
  const ready = (act) => {
    if (location.hash && document.readyState === "loading") scope.on(document, "DOMContentLoaded", act);
    else painted(act);
  };

  // The sketch lies under the map, which covers it once it is drawn; it is kept for those who print the page.
  /** @type {(stage: Stage | undefined, sketch: Element | null) => void} */
  const covered = (stage, sketch) => {
    stage?.watch("paint", ({ drawn }) => drawn === "seen" || drawn === "named", (seen) => sketch?.classList.toggle("jm-covered", seen));
  };

  // What a step in the text says.
  /** @type {(item?: Element) => Pick<Telling, "text" | "note" | "basis">} */
  const told = (item) => {
    /** @type {HTMLElement | null | undefined} */
    const noted = item?.querySelector("[data-basis]");
    return { text: item?.querySelector("p")?.textContent || "", note: noted?.textContent || "", basis: noted?.dataset.basis || "" };
  };

  // The steps of very many legs, which are read in the text once they are asked for.
  /** @type {(steps: {leg: number[], part: number[], words: number[]}, items: ArrayLike<Element>) => any[]} */
  const rows = ({ leg, part, words }, items) => {
    const row = Object.defineProperties({}, Object.fromEntries(/** @type {const} */ (["text", "note", "basis"]).map((key) => [key, {
      /** @this {{index: number}} */
      get() { return told(items[this.index])[key]; },
    }])));
    return leg.map((_, index) => Object.assign(Object.create(row), { index, leg: leg[index], part: part[index], words: words[index] }));
  };

  // Tells anew what is told of a leg that was picked before all of it had come.
  /** @type {(stage: Stage) => void} */
  const retold = ({ act, paint, now }) => {
    const { leg } = now();
    act(() => ({ leg: null }));
    paint();
    act(() => ({ leg }));
  };

  const open = () => {
    const { options, journey, base } = JSON.parse(document.getElementById("journey-data")?.textContent || "");
    // What stands in the text is not told twice.
    const list = document.getElementById("told");
    const items = list?.getElementsByTagName("li") || [];
    if (list?.localName === "div") journey.steps = rows(journey.steps, items);
    else [...items].forEach((item, i) => {
      const said = told(item);
      const first = /** @type {HTMLElement} */ (item.querySelector("p"));
      if (first.firstElementChild) first.dataset.said = said.text;
      Object.assign(journey.steps[i], said);
    });
    // What very many legs tell later stands behind the scripts; it may still be on its way.
    const later = document.getElementsByName("later");
    const sketch = box.firstElementChild;
    const map = L.map(box, options).setView([0, 0], 3);
    const { stage } = L.journey.open(map, { later, ...journey }, base);
    covered(stage, sketch);
    stage?.part(L.journey.tools);
    stage?.part(L.journey.reading);
    if (document.readyState === "loading") stage?.on(document, "DOMContentLoaded", () => retold(stage));
    L.journey.map = map;
    return map;
  };

  scope.on(document, "click", ({ target }) => { if (target.id === "answers") dataset.pupil = "told"; });

  // What is folded and holds the element, or is it, unfolds.
  /** @param {Element | null} element */
  const unfold = (element) => {
    for (let one = element?.closest("details"); one; one = one.parentElement?.closest("details")) one.open = true;
  };
  scope.on(document, "click", (event) => {
    const { target } = event;
    const handle = L.journey.map?.journey;
    // A leg's title shows the leg on the map, whichever the stage had chosen.
    const title = target.closest("[data-leg]");
    if (title) {
      handle?.goTo(null);
      handle?.goTo(title.dataset.leg);
      box.focus({ preventScroll: true });
    }
    // A link into the page leaves its address to the stage.
    const link = target.closest("a[href^='#']");
    const goal = link && document.getElementById(link.hash.slice(1));
    if (!goal) return;
    event.preventDefault();
    handle?.pause?.();
    unfold(goal);
    goal.scrollIntoView();
    goal.focus({ preventScroll: true });
  });
  unfold(document.getElementById(location.hash.slice(1)));
  // On paper nothing is folded.
  /** @type {HTMLDetailsElement[]} */
  let folded = [];
  scope.on(window, "beforeprint", () => {
    folded = [...document.querySelectorAll("details")].filter(({ open }) => !open);
    folded.forEach((one) => { one.open = true; });
  });
  scope.on(window, "afterprint", () => folded.forEach((one) => { one.open = false; }));

  // The map, once the stage is open on it. A frame of another page may be hidden at first, or not have its size yet.
  L.journey.story = new Promise((resolve) => {
    if (box.clientWidth >= LEAST) ready(() => resolve(open()));
    else {
      const stop = scope.observe(box, () => {
        if (box.clientWidth < LEAST) return;
        stop();
        ready(() => resolve(open()));
      });
    }
  });
})(window.L);
