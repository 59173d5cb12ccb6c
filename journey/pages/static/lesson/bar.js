/* The row of buttons below, for those who present with a mouse or a finger: at which step it stands, and what is to be known of it. */
// needs: arithmetic/fill core/element element/press
/** @typedef {{bar: (lesson: Lesson, acts: Deeds) => void}} Gives */
(function (L) {
  "use strict";

  const { element, fill, press } = L.journey;
  /** @type {[keyof Omit<Deeds, "call">, string][]} */
  const BUTTONS = [
    ["back", "class.back"], ["on", "class.on"], ["notes", "class.notes"], ["compare", "class.compare"],
    ["large", "class.large"], ["black", "class.black"], ["leave", "class.leave"],
  ];

  // What went otherwise than a teacher expects: the keys of sentences.
  /** @type {(state: LessonState, view: LessonView) => string} */
  const amiss = ({ show, keeps, emptied }, { gone }) =>
    [show?.strayed && "class.no_step", gone && "class.no_leg", !keeps && "class.unkept", emptied && "class.emptied"].filter(Boolean).join();

  L.journey.bar = ({ stage, plan, words, watch }, acts) => {
    const root = element("nav", "cl-bar");
    root.setAttribute("aria-label", words["class.bar"]);
    root.title = words["class.keys"];
    const [where, status] = [element("span", "cl-where"), element("span", "cl-amiss")];
    status.setAttribute("role", "status");
    // Whoever presses by hand has the keys again, which belong to a button as long as it has the focus.
    /** @param {() => void} act */
    const freed = (act) => (/** @type {Event} */ event) => {
      act();
      if (/** @type {UIEvent} */ (event).detail) /** @type {HTMLElement | null} */ (document.querySelector("[data-step]"))?.focus({ preventScroll: true });
    };
    const more = press(stage, "more", "", "…", () => {
      more.setAttribute("aria-expanded", String(root.classList.toggle("cl-open")));
    });
    more.setAttribute("aria-expanded", "false");
    more.setAttribute("aria-label", words["class.more"]);
    const buttons = BUTTONS.filter(([name]) => name !== "compare" || plan.compare.length).map(([name, key]) => {
      const made = press(stage, name, "", words[key], freed(acts[name]));
      if (name === "compare") watch(({ comparing }) => comparing, (opens) => made.setAttribute("aria-expanded", String(opens)));
      return made;
    });
    buttons.splice(2, 0, more);
    root.append(where, status, ...buttons);
    // The page in another language opens at the same step, which the address says.
    const others = [...document.querySelectorAll("#tools a[hreflang]")];
    root.lastElementChild?.before(...others.map((link) => {
      const made = /** @type {HTMLAnchorElement} */ (link.cloneNode(true));
      stage.on(made, "click", () => { made.hash = location.hash; });
      return made;
    }));
    watch(({ show }) => show?.step, (step = 0) => {
      where.textContent = fill(words["class.of"], { step: step + 1, steps: plan.steps.length });
    });
    watch(amiss, (keys) => { status.textContent = keys.split(",").filter(Boolean).map((key) => words[key]).join(" "); });
    document.body.append(root);
    stage.add(() => root.remove());
  };
})(window.L);
