/* The guesses of a class beside the answer, in words: which is in the middle, and which came nearest. */
// needs: arithmetic/fill arithmetic/measure arithmetic/scale arithmetic/tally
/** A row stands for a value or a range; what stands nowhere on the scale is a note.
 * @typedef {{kind: "answer" | "middle" | "nearest", range: import("../arithmetic/tally.js").Range, text: string}} VerdictRow
 * @typedef {{verdict: (lesson: Lesson, guess: Guess) => {rows: VerdictRow[], notes: string[]}}} Gives */
(function (L) {
  "use strict";

  const { fill, measure, scale, tally } = L.journey;

  L.journey.verdict = ({ stage, words, view }, guess) => {
    const { guesses } = view();
    const { locale } = stage.tale.data;
    const tell = measure.teller(locale, guess.unit, scale.digits(guess.low, guess.high, guess.step));
    /** @type {(range: import("../arithmetic/tally.js").Range) => string} */
    const said = ([low, high]) => (low === high ? tell(low) : fill(words["class.between"], { low: tell(low), high: tell(high) }));
    const { middle, nearest, within } = tally.verdict(guess, guesses);
    /** @type {VerdictRow[]} */
    const rows = [];
    const notes = [];
    if (guess.least !== null && guess.fact) rows.push({ kind: "answer", range: [guess.least, guess.most ?? guess.least], text: guess.fact.said });
    if (middle && guesses.length > 1) rows.push({ kind: "middle", range: middle, text: fill(words["class.middle"], { value: said(middle) }) });
    if (!middle && guesses.length) notes.push(words["class.all_round"]);
    if (within) notes.push(fill(words["class.within"], { count: within }));
    else nearest.slice(0, 2).forEach((range) => rows.push({ kind: "nearest", range, text: fill(words["class.nearest"], { value: said(range) }) }));
    return { rows, notes };
  };
})(window.L);
