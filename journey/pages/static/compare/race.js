/* A race: all whose speed is known start together with the travellers, over the whole route or where it is seen from near. */
// needs: arithmetic/laid arithmetic/steps arithmetic/yardstick compare/heat compare/lanes compare/runners compare/startlist core/store
/** @typedef {{race: (lesson: Lesson) => void}} Gives */
(function (L) {
  "use strict";

  const { laid: lay, steps, store, yardstick } = L.journey;

  // The way over a place, the same one as long as both are the same.
  /** @type {() => (home: Point | null, outline: Outlined) => Laid | null} */
  const laying = () => {
    /** @type {{home: Point | null, outline: Outlined | null, laid: Laid | null}} */
    let last = { home: null, outline: null, laid: null };
    return (home, outline) => {
      if (home !== last.home || outline !== last.outline) last = { home, outline, laid: home && lay(home, outline) };
      return last.laid;
    };
  };

  // What follows from a race's state.
  /** @type {(lesson: Lesson) => (state: RaceState) => RaceView} */
  const seen = ({ plan, stage }) => {
    const over = laying();
    const way = /** @type {Outline} */ (plan.outline); // It is there where there is something to compare.
    return ({ near, home, picking }) => {
      const leg = near ? stage.tale.close : -1;
      const start = yardstick.start(plan.legs, leg);
      const run = near ? [plan.legs[leg]] : plan.legs;
      const outline = (near && way.near) || way.whole;
      const laid = over(home, outline);
      const lines = laid ? laid.lines : run.map(({ points }) => points);
      return Object.freeze({ leg, run, start, home, picking, outline, laid, racers: yardstick.racers(plan.compare, start), points: lines.flat() });
    };
  };

  // Its parts, which end with it. What was laid over a place when the one before ended is laid there again.
  L.journey.race = (lesson) => {
    const { stage } = lesson;
    const { home } = lesson.now();
    /** @type {RaceState} */
    const first = { near: Boolean(home?.near), starts: 0, home: home && home.at, picking: false };
    const { now, view, act, watch, wake, remove } = store(first, seen(lesson));
    stage.add(remove);
    wake();
    /** @type {Race} */
    const race = {
      view, act,
      held: () => yardstick.held(stage.now().hushed, view().leg),
      watch: (own, pick, told) => own.add(watch("tell", pick, told)),
      run: (own, told) => own.watch("paint", ({ at, hushed }) => [at?.leg, at?.part, hushed.join()].join(), told),
    };
    race.watch(stage, ({ home: at, near }) => `${at} ${near}`, () => {
      const { home: at, near } = now();
      lesson.act(steps.lay, at && { at, near });
    });
    const { classList } = document.documentElement;
    classList.add("cl-comparing");
    stage.add(() => stage.map.fire("resize")); // The map has its room again.
    const { panel } = lesson.part(L.journey.startlist, race);
    lesson.part(L.journey.lanes, race);
    lesson.part(L.journey.heat, race, panel);
    lesson.part(L.journey.runners, race, panel);
    stage.add(() => classList.remove("cl-comparing")); // What it hid is there before the panel gives back the focus.
  };
})(window.L);
