/* The journey beside yardsticks: on foot, by bicycle, by another way; on the same clock and map. */
// needs: arithmetic/fill arithmetic/length arithmetic/steps arithmetic/yardstick compare/companion compare/item core/actions core/element element/press panels/guard
/** @typedef {{comparison: (lesson: Lesson) => void}} Gives */
(function (L) {
  "use strict";

  const { actions, element, fill, guard, length, press, steps, yardstick } = L.journey;

  // How far the yardstick that is picked has come, in a sentence.
  /** @type {(lesson: Lesson, way: Way, line: HTMLElement) => void} */
  const progress = ({ stage, words }, way, line) => {
    const far = length.way(stage.tale.data.locale, way.end - way.km, 1);
    stage.watch("paint", (_, { seconds }) => yardstick.reached(way, seconds), (km) => {
      line.dataset.km = String(Number((km - way.km).toFixed(3)));
      line.textContent = fill(words["class.ghost"], {
        name: way.name, distance: far(km - way.km), total: far(way.end - way.km),
      });
    });
    stage.add(() => line.replaceChildren());
  };

  // Lets the yardstick that is picked run: in the diagram, and on the map where it goes the same way.
  /** @type {(lesson: Lesson, way: Way, line: HTMLElement) => void} */
  const race = (lesson, way, line) => {
    const { stage } = lesson;
    stage.act(actions.compare, [way]);
    stage.add(() => stage.act(actions.compare, []));
    if (way.other) return;
    lesson.part(L.journey.companion, way);
    lesson.part(progress, way, line);
  };

  /** @type {(lesson: Lesson, leg: number) => void} */
  const panel = (lesson, leg) => {
    const { stage, plan, words, act, watch } = lesson;
    const start = yardstick.start(plan.legs, leg);
    const runs = (leg < 0 ? plan.legs : [plan.legs[leg]]).some(({ span }) => span > 0);
    const root = guard(element("section", "cl-compare"));
    root.setAttribute("aria-label", words["class.compare"]);
    const ways = plan.compare.map((item) => yardstick.way(item, start));
    const shut = press(stage, "shut", "cl-shut", "×", () => act(steps.compare));
    shut.setAttribute("aria-label", words["map.close"]);
    const from = leg < 0 ? words["class.from_start"] : fill(words["class.from_leg"], { leg: plan.legs[leg].name });
    const line = element("p", "cl-told");
    const list = element("ul");
    list.append(...plan.compare.map((item, i) => L.journey.item(lesson, item, i, ways[i], runs).element));
    root.append(shut, element("h2", "", words["class.compare"]), element("p", "cl-small", runs ? from : words["class.no_clock"]), line, list);
    (lesson.now().show ? document.body : stage.box).append(root);
    document.documentElement.classList.add("cl-comparing");
    stage.act(actions.unfold, "diagram", true);
    stage.add(() => {
      root.remove();
      document.documentElement.classList.remove("cl-comparing");
      stage.act(actions.unfold, "diagram", false);
    });
    let running = { remove: () => {} };
    watch(({ comparing }) => comparing?.pick ?? null, (pick) => {
      running.remove();
      const way = pick === null ? null : ways[pick];
      if (way) running = lesson.part(race, way, line);
    });
  };

  // In the stage, or beside it while a lesson is shown.
  L.journey.comparison = (lesson) => {
    let open = { remove: () => {} };
    lesson.watch(({ comparing }) => comparing && comparing.leg, (leg) => {
      open.remove();
      if (leg !== null) open = lesson.part(panel, leg);
    });
  };
})(window.L);
