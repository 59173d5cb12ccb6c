/* What a page offers to a class: buttons in its head, keys, the lesson and the comparison. */
// needs: arithmetic/keyname arithmetic/steps compare/comparison core/element element/press host/held lesson/entries lesson/lesson lesson/show
/** @typedef {{presenter: (stage: Stage, taught: Taught) => {toggle(): void}}} Gives */
(function (L) {
  "use strict";

  const { element, keyname, press, steps } = L.journey;

  // The address of the handout. Only the server has one; a file on a disk has none.
  /** @param {string} id */
  const handout = (id) => {
    const served = /^https?:$/.test(location.protocol) && location.pathname.endsWith(`/story/${id}`);
    return served ? `${location.pathname}/handout${location.search}` : null;
  };

  // Links and buttons among the page's own, as far as there is something behind them. Whoever leaves the lesson stands where
  // it was begun.
  /** @param {Lesson} lesson */
  const head = ({ stage, plan, words, act, watch }) => {
    /** @type {HTMLElement[]} */
    const made = [];
    if (plan.steps.length) {
      const present = press(stage, "present", "", words["class.present"], () => act(steps.present));
      // Where the tools are folded, what unfolds them is the first of them.
      const last = () => (present.offsetParent ? present : /** @type {HTMLElement} */ (present.parentElement?.firstElementChild));
      watch(({ show }) => show !== null, (shows, before) => before && last()?.focus({ preventScroll: true }));
      made.push(present);
    }
    if (plan.compare.length) {
      const compare = press(stage, "compare", "", words["class.compare"], () => act(steps.compare));
      watch(({ comparing }) => comparing, (opens) => compare.setAttribute("aria-expanded", String(opens)));
      made.push(compare);
    }
    const address = handout(stage.tale.data.id);
    if (address) {
      const link = element("a", "", words["class.handout"]);
      link.href = address;
      made.push(link);
      // The other prints lie beside it.
      document.documentElement.classList.add("served");
    }
    const tools = document.getElementById("tools");
    tools?.lastElementChild?.before(...made);
    stage.add(() => made.forEach((tool) => tool.remove()));
  };

  // The keys that begin a lesson and a comparison, while no lesson has keys of its own.
  /** @param {Lesson} lesson */
  const keys = ({ stage, now, act }) => {
    stage.on(document, "keydown", (event) => {
      if (now().show || !stage.now().letters || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.closest && event.target.closest("input, select, textarea")) return;
      const key = keyname(event);
      if (key === "p") act(steps.present);
      if (key === "c") act(steps.compare);
    });
  };

  L.journey.presenter = (stage, taught) => {
    const lesson = L.journey.lesson(stage, taught);
    lesson.part(L.journey.comparison);
    lesson.part(L.journey.entries);
    lesson.part(L.journey.show);
    lesson.part(L.journey.held);
    lesson.part(head);
    lesson.part(keys);
    return { toggle: () => lesson.act(lesson.now().show ? steps.leave : steps.present) };
  };
})(window.L);
