/* The row of buttons below, for those who present with a mouse, and at which step it stands. */
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

  L.journey.bar = ({ stage, plan, words, watch }, acts) => {
    const root = element("nav", "cl-bar");
    root.setAttribute("aria-label", words["class.bar"]);
    const where = element("span", "cl-where");
    root.append(where, ...BUTTONS.filter(([name]) => name !== "compare" || plan.compare.length).map(([name, key]) => {
      const made = press(stage, name, "", words[key], acts[name]);
      made.title = words["class.keys"];
      return made;
    }));
    watch(({ show }) => show?.step, (step = 0) => {
      where.textContent = fill(words["class.of"], { step: step + 1, steps: plan.steps.length });
    });
    document.body.append(root);
    stage.add(() => root.remove());
  };
})(window.L);
