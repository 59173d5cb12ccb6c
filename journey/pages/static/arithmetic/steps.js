/* What a lesson does, as changes of what it is at. */
// needs: arithmetic/asked
/** @typedef {{steps: {
 *   first: LessonState,
 *   view: (plan: Plan, state: LessonState) => LessonView,
 *   present: LessonAction<[]>, arrive: LessonAction<[Bookmark]>, restore: LessonAction<[Memory]>, leave: LessonAction<[]>, on: LessonAction<[]>,
 *   back: LessonAction<[]>, last: LessonAction<[]>, clock: LessonAction<[number]>, unkept: LessonAction<[]>, emptied: LessonAction<[boolean]>,
 *   call: LessonAction<[number]>, reveal: LessonAction<[]>, black: LessonAction<[]>, lit: LessonAction<[]>, large: LessonAction<[]>,
 *   guess: LessonAction<[string, Guessed]>, undo: LessonAction<[string]>,
 *   compare: LessonAction<[]>, lay: LessonAction<[Home | null]>}}} Gives */
(function (L) {
  "use strict";

  const { asked } = L.journey;

  /** @type {readonly Guessed[]} */
  const NONE = [];

  // Indices of the legs whose time is still to be guessed: where it is asked at this step, unanswered, or at a later one.
  /** @type {(plan: Plan, show: Show) => number[]} */
  const secret = (plan, { step, told }) => asked(plan, (i) => i > step || (i === step && !told.includes(i)), "duration");

  // Changes what is shown, while a lesson is.
  /** @type {(state: LessonState, changes: Partial<Show>) => Partial<LessonState>} */
  const showing = ({ show }, changes) => (show ? { show: { ...show, ...changes } } : {});

  // To a step, if there is such a one; `onward` where it follows the one before, and may be played from there.
  /** @type {LessonAction<[number, boolean]>} */
  const go = (state, { plan }, step, onward) => ({
    comparing: false,
    ...(plan.steps[step] ? showing(state, { step, onward, arrivals: (state.show?.arrivals || 0) + 1, strayed: false }) : {}),
  });

  /** @type {Gives["steps"]} */
  const steps = {
    first: { show: null, guesses: new Map(), comparing: false, home: null, began: null, keeps: true, emptied: false },
    view: (plan, { show, guesses }) => {
      const step = show ? plan.steps[show.step] : null;
      const question = step && plan.find(step.question);
      const leg = step ? plan.legs.findIndex(({ id }) => id === step.leg) : -1;
      return {
        plan, step, question, leg,
        gone: leg < 0 && Boolean(step?.leg),
        told: Boolean(show?.told.includes(show.step)),
        guesses: (question && guesses.get(question.id)) || NONE,
        secret: show ? secret(plan, show) : [],
      };
    },
    present: (_, { plan }) => (plan.steps.length
      ? { comparing: false, show: { step: 0, onward: false, arrivals: 1, told: [], black: false, large: false, strayed: false } } : {}),
    // Where an address leads to: a step, or the first one for want of it. It is presented, if it was not.
    arrive: (state, view, { step, told }) => {
      const begun = { ...state, ...(state.show ? {} : steps.present(state, view)) };
      if (!begun.show) return {};
      const known = step <= view.plan.steps.length && step > 0;
      const there = { ...begun, ...go(begun, view, known ? step - 1 : 0, false) };
      const answered = known && told && !begun.show.told.includes(step - 1) ? { told: [...begun.show.told, step - 1] } : {};
      return { ...there, ...showing(there, { ...answered, strayed: !known }) };
    },
    // What a page knew before it was loaded anew.
    restore: (state, _, { guesses, told, began, large, home }) =>
      ({ guesses, began, home, ...showing(state, { large, told: [...new Set([...told, ...(state.show?.told || [])])] }) }),
    // No trace is left of it.
    leave: () => ({ comparing: false, show: null, guesses: new Map(), home: null, began: null, emptied: false }),
    // Begins, or begins anew, at so many milliseconds since 1970.
    clock: (_, __, began) => ({ began }),
    unkept: () => ({ keeps: false }),
    emptied: (_, __, emptied) => ({ emptied }),
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
    compare: ({ comparing }, { plan }) => (plan.compare.length ? { comparing: !comparing } : {}),
    lay: (_, __, home) => ({ home }),
  };
  L.journey.steps = steps;
})(window.L);
