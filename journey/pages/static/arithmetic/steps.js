/* What a lesson does, as changes of what it is at. */
/** @typedef {{steps: {
 *   first: LessonState,
 *   view: (plan: Plan, state: LessonState) => LessonView,
 *   present: LessonAction<[]>, leave: LessonAction<[]>, on: LessonAction<[]>, back: LessonAction<[]>, last: LessonAction<[]>,
 *   call: LessonAction<[number]>, reveal: LessonAction<[]>, black: LessonAction<[]>, lit: LessonAction<[]>, large: LessonAction<[]>,
 *   guess: LessonAction<[string, Guessed]>, undo: LessonAction<[string]>,
 *   compare: LessonAction<[]>, pick: LessonAction<[number]>}}} Gives */
(function (L) {
  "use strict";

  /** @type {readonly Guessed[]} */
  const NONE = [];

  // Indices of the legs whose time is still to be guessed: where it is asked at this step, unanswered, or at a later one.
  /** @type {(plan: Plan, show: Show) => number[]} */
  const secret = ({ steps, find, legs }, { step, told }) => steps.flatMap(({ question }, i) => {
    const asked = i > step || (i === step && !told.includes(i)) ? find(question) : null;
    return asked?.guess?.of === "duration" ? legs.flatMap(({ id }, leg) => (id === asked.leg ? [leg] : [])) : [];
  });

  // Changes what is shown, while a lesson is.
  /** @type {(state: LessonState, changes: Partial<Show>) => Partial<LessonState>} */
  const showing = ({ show }, changes) => (show ? { show: { ...show, ...changes } } : {});

  // To a step, if there is such a one; `onward` where it follows the one before, and may be played from there.
  /** @type {LessonAction<[number, boolean]>} */
  const go = (state, { plan }, step, onward) => ({
    comparing: null,
    ...(plan.steps[step] ? showing(state, { step, onward, arrivals: (state.show?.arrivals || 0) + 1 }) : {}),
  });

  /** @type {Gives["steps"]} */
  const steps = {
    first: { show: null, guesses: new Map(), comparing: null },
    view: (plan, { show, guesses }) => {
      const step = show ? plan.steps[show.step] : null;
      const question = step && plan.find(step.question);
      return {
        plan, step, question,
        leg: step ? plan.legs.findIndex(({ id }) => id === step.leg) : -1,
        told: show?.told.includes(show.step) || false,
        guesses: (question && guesses.get(question.id)) || NONE,
        secret: show ? secret(plan, show) : [],
      };
    },
    present: (_, { plan }) => (plan.steps.length
      ? { comparing: null, show: { step: 0, onward: false, arrivals: 1, told: [], black: false, large: false } } : {}),
    leave: () => ({ comparing: null, show: null }),
    // A black screen is lit first, then an open question answered.
    on: (state, view) => {
      if (state.show?.black) return steps.lit(state, view);
      if (view.question && !view.told) return steps.reveal(state, view);
      return go(state, view, (state.show?.step || 0) + 1, true);
    },
    back: (state, view) => (state.show?.black ? steps.lit(state, view) : go(state, view, (state.show?.step || 0) - 1, false)),
    last: (state, view) => go(state, view, view.plan.steps.length - 1, false),
    // By its number, from 1.
    call: (state, view, number) => go(state, view, number - 1, false),
    reveal: (state, { question, told }) =>
      (state.show && question && !told ? showing(state, { told: [...state.show.told, state.show.step] }) : {}),
    black: (state) => showing(state, { black: !state.show?.black }),
    lit: (state) => showing(state, { black: false }),
    large: (state) => showing(state, { large: !state.show?.large }),
    guess: ({ guesses }, _, question, one) => ({ guesses: new Map([...guesses, [question, [...(guesses.get(question) || NONE), one]]]) }),
    undo: ({ guesses }, _, question) => ({ guesses: new Map([...guesses, [question, (guesses.get(question) || NONE).slice(0, -1)]]) }),
    // With the leg of the step, or with the whole journey.
    compare: ({ comparing }, { plan, leg }) =>
      (plan.compare.length ? { comparing: comparing ? null : { leg, pick: null } } : {}),
    pick: ({ comparing }, _, item) => (comparing ? { comparing: { ...comparing, pick: comparing.pick === item ? null : item } } : {}),
  };
  L.journey.steps = steps;
})(window.L);
