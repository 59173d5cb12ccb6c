/* One of those that the journey is compared with, in the list. */
// needs: arithmetic/steps core/element element/press element/standing
/** @typedef {{item: (lesson: Lesson, item: Yardstick, index: number, way: Way | null, runs: boolean) => {element: HTMLElement}}} Gives */
(function (L) {
  "use strict";

  const { element, press, standing, steps } = L.journey;

  // The name of one whose way is known, which runs beside the journey when it is picked.
  /** @type {(lesson: Lesson, name: string, index: number) => HTMLElement} */
  const picker = ({ stage, act, watch }, name, index) => {
    const made = press(stage, "pick", "cl-pick", name, () => act(steps.pick, index));
    watch(({ comparing }) => comparing?.pick === index, (picked) => made.setAttribute("aria-pressed", String(picked)));
    return made;
  };

  // `runs` tells whether there is a clock to run by.
  L.journey.item = (lesson, item, index, way, runs) => {
    const { words } = lesson;
    const box = element("li");
    box.append(way && runs ? picker(lesson, item.name, index) : element("strong", "", item.name));
    [item.speed, item.distance, item.duration].forEach((found) => found && box.append(standing(found)));
    if (!way) box.append(element("p", "cl-small", words["class.no_time"]));
    else if (way.other) box.append(element("p", "cl-small", words["class.other_way"]));
    return { element: box };
  };
})(window.L);
