/* A guess on the screen: how it is entered, and then the answer beside it, with what it stands on. */
// needs: arithmetic/fill arithmetic/steps arithmetic/tally core/element element/press element/standing guess/axis guess/compass guess/entry guess/hands
/** @typedef {{guess: (lesson: Lesson, question: Question, guess: Guess) => {element: HTMLElement}}} Gives */
(function (L) {
  "use strict";

  const { element, fill, press, standing, steps, tally } = L.journey;

  // The drawing of the guesses and, where it is told, of the answer.
  /** @type {(lesson: Lesson, guess: Guess) => SVGElement} */
  const drawing = ({ stage, words, view }, guess) => {
    const { guesses, told } = view();
    const draw = guess.of === "direction" ? L.journey.compass : L.journey.axis;
    const label = told && guess.fact
      ? fill(words["class.standing"], { answer: guess.fact.said, count: guesses.length }) : words["class.guess"];
    return draw({ guess, numbers: tally.numbers(guesses), hands: tally.hands(guess, guesses), told, locale: stage.tale.data.locale, label });
  };

  /** @type {(lesson: Lesson, question: Question, guess: Guess) => HTMLElement[]} */
  const result = ({ words }, { answer }, { fact }) =>
    [fact ? standing(fact) : element("p", "cl-said", words["class.nothing"]), element("p", "cl-text", answer)];

  // How many have guessed, and what takes the last one back or shows the answer.
  /** @type {(lesson: Lesson, question: Question) => HTMLElement} */
  const foot = ({ stage, words, act, watch }, { id }) => {
    const row = element("div", "cl-row");
    const count = element("span", "cl-small");
    const undo = press(stage, "undo", "", words["class.undo"], () => act(steps.undo, id));
    row.append(count, undo, press(stage, "reveal", "cl-strong", words["class.reveal"], () => act(steps.reveal)));
    watch((_, { guesses }) => guesses.length, (all) => {
      count.textContent = fill(words["class.added"], { count: all });
      row.dataset.guesses = String(all);
      undo.disabled = !all;
    });
    return row;
  };

  L.journey.guess = (lesson, question, guess) => {
    const { act, watch, view } = lesson;
    const root = element("div", "cl-guess");
    const drawn = element("div");
    root.append(drawn, ...(view().told ? result(lesson, question, guess) : [
      ...L.journey.entry(lesson, guess, (number) => act(steps.guess, question.id, { number })),
      L.journey.hands(lesson, guess, (hand) => act(steps.guess, question.id, { hand })),
      foot(lesson, question),
    ]));
    const draw = () => drawn.replaceChildren(drawing(lesson, guess));
    draw(); // At once, for the map is given the room that the words leave.
    watch((_, { guesses }) => guesses, draw);
    return { element: root };
  };
})(window.L);
