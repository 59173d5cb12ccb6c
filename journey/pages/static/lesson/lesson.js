/* What the parts of a lesson share: the stage, the lesson's own store, and what the tab keeps of it. */
// needs: arithmetic/number arithmetic/steps core/store lesson/kept
/** @typedef {{lesson: (stage: Stage, taught: Taught) => Lesson}} Gives */
(function (L) {
  "use strict";

  const { number, steps, store } = L.journey;

  L.journey.lesson = (stage, { classroom, said }) => {
    const { data, legs } = stage.tale;
    const asked = new Map(classroom.questions.map((question) => [question.id, question]));
    /** @type {Plan} */
    const plan = {
      steps: classroom.steps, compare: classroom.compare, outline: classroom.outline, legs,
      find: (question) => (question === null ? null : asked.get(question) || null),
    };
    const { now, view, act, watch, wake, remove } = store(steps.first, (state) => steps.view(plan, state));
    stage.add(remove);
    wake();
    const shared = {
      plan, words: { ...data.words, ...said }, told: classroom.told, group: number.group(data.locale), now, view, act,
      ...L.journey.kept(data.id, () => act(steps.unkept)),
    };
    // The lesson for a part whose stage that is.
    /** @type {(own: Stage) => Lesson} */
    const lent = (own) => ({
      ...shared,
      stage: own,
      watch: (pick, told) => own.add(watch("tell", pick, told)),
      part: (make, ...more) => own.part((inner) => make(lent(inner), ...more)),
    });
    return lent(stage);
  };
})(window.L);
