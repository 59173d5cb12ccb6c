/* What a class has guessed at a question: numbers, and hands raised for ranges. Free of the DOM; nothing is kept elsewhere. */
// needs: class/figures
(function (L) {
  "use strict";

  const { bands, number } = L.journey.figures;
  const MOST = 20; // times the slider's end, beyond which a guess would make the scale unreadable

  // Guess {low, high, step, of} as the wire gives it. Returns {add(text) -> "" or the key of what is wrong, raise(index of a range),
  // undo, numbers(), hands() -> [{low, high, count}], count()}.
  L.journey.guesses = (guess, group) => {
    const hands = bands(guess.low, guess.high, guess.step, guess.of === "direction" ? 8 : 5).map(([low, high]) => ({ low, high, count: 0 }));
    const numbers = [];
    const made = []; // what undo takes back, in order

    const add = (text) => {
      const value = number(text, group);
      if (!Number.isFinite(value)) return "class.guess_unread";
      if (value < Math.min(0, guess.low) || value > Math.max(1, guess.high) * (guess.of === "direction" ? 1 : MOST)) return "class.guess_off";
      numbers.push(value);
      made.push(() => numbers.pop());
      return "";
    };
    return {
      add,
      raise: (index) => {
        hands[index].count += 1;
        made.push(() => { hands[index].count -= 1; });
      },
      undo: () => made.length && made.pop()(),
      numbers: () => [...numbers],
      hands: () => hands.map((one) => ({ ...one })),
      count: () => made.length,
    };
  };
})(window.L);
