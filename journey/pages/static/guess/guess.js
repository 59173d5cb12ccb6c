/* A guess on the screen: how it is entered, and then the answer among the guesses, with what it stands on. */
// needs: arithmetic/fill arithmetic/measure arithmetic/scale arithmetic/steps arithmetic/tally core/element element/press element/standing guess/axis guess/compass guess/entry guess/verdict
/** @typedef {{guess: (lesson: Lesson, question: Question, guess: Guess) => {element: HTMLElement}}} Gives */
(function (L) {
  "use strict";

  const { element, fill, measure, press, scale, standing, steps, tally } = L.journey;

  /** @type {(guess: Guess) => typeof L.journey.axis} */
  const drawing = ({ of }) => (of === "direction" ? L.journey.compass : L.journey.axis);

  // The answer, what it stands on, and the guesses beside it.
  /** @type {(lesson: Lesson, question: Question, guess: Guess) => HTMLElement[]} */
  const result = (lesson, question, guess) => {
    const { words, view } = lesson;
    const { guesses } = view();
    const nobody = guess.of === "direction" ? "class.nowhere" : "class.nothing";
    const board = drawing(guess)(lesson, guess, null);
    board.element.setAttribute("role", "group");
    board.element.setAttribute("aria-label", words["class.guess"]);
    const { rows, notes } = L.journey.verdict(lesson, guess);
    rows.forEach(({ kind, range, text }) => board.row(kind, range, text));
    board.show(guesses);
    return [
      guess.fact ? standing(guess.fact) : element("p", "cl-said", words[nobody]), board.element,
      ...notes.map((text) => element("p", "cl-small", text)), element("p", "cl-text", question.answer),
    ];
  };

  // How many have guessed, how many of them off the scale, and what shows the answer.
  /** @type {(lesson: Lesson, guess: Guess) => HTMLElement} */
  const foot = ({ stage, words, act, watch }, guess) => {
    const row = element("div", "cl-row");
    const tell = measure.teller(stage.tale.data.locale, guess.unit, scale.digits(guess.low, guess.high, guess.step));
    const count = element("span", "cl-small");
    count.setAttribute("role", "status");
    row.append(count, press(stage, "reveal", "cl-strong", words["class.reveal"], () => act(steps.reveal)));
    watch((_, { guesses }) => guesses, (all) => {
      const off = tally.numbers(all).filter((value) => value < guess.low || value > guess.high).sort((a, b) => a - b);
      const [least, most] = [off[0], off[off.length - 1]];
      const beyond = least === most ? tell(least) : fill(words["class.between"], { low: tell(least), high: tell(most) });
      count.textContent = fill(words["class.added"], { count: all.length }) +
        (off.length ? ` · ${fill(words["class.beyond"], { count: off.length, values: beyond })}` : "");
      Object.assign(row.dataset, { guesses: all.length, beyond: off.length });
    });
    return row;
  };

  // What stands there until the answer is shown.
  /** @type {(lesson: Lesson, question: Question, guess: Guess) => HTMLElement[]} */
  const asking = (lesson, question, guess) => {
    const { act, stage, watch, words } = lesson;
    const undo = press(stage, "undo", "", words["class.undo"], () => act(steps.undo, question.id));
    const { elements, slider } = L.journey.entry(lesson, guess, (number) => act(steps.guess, question.id, { number }), undo);
    const board = drawing(guess)(lesson, guess, {
      slider: slider.element,
      turn: slider.turn,
      hand: (hand) => act(steps.guess, question.id, { hand }),
      // The guesses with so many hands for a range.
      count: (index, count) => act(({ guesses }, { guesses: all }) =>
        ({ guesses: new Map([...guesses, [question.id, tally.counted(guess, all, index, count)]]) })),
    });
    slider.shown((value) => board.point?.(value));
    board.show(lesson.view().guesses); // At once, for the map is given the room that the words leave.
    watch((_, { guesses }) => guesses, (guesses) => {
      board.show(guesses);
      undo.disabled = !guesses.length;
    });
    return [element("p", "cl-small cl-how", words[guess.of === "direction" ? "class.how_compass" : "class.how"]), board.element, ...elements, foot(lesson, guess)];
  };

  L.journey.guess = (lesson, question, guess) => {
    const root = element("div", "cl-guess");
    root.append(...(lesson.view().told ? result : asking)(lesson, question, guess));
    return { element: root };
  };
})(window.L);
