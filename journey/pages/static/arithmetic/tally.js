/* What a class has guessed at a question: numbers that were said, and hands that were raised for a range. */
// needs: arithmetic/number arithmetic/scale
/** @typedef {{tally: {
 *   read: (guess: Guess, text: string, group: string) => {number: number} | {fault: string},
 *   numbers: (guesses: readonly Guessed[]) => number[],
 *   hands: (guess: Guess, guesses: readonly Guessed[]) => Hands[]}}} Gives */
(function (L) {
  "use strict";

  const { number, scale } = L.journey;
  const MOST = 20; // times the slider's end, beyond which a guess would make the scale unreadable
  const [BINS, WINDS] = [5, 8]; // ranges at the most, and of a direction

  L.journey.tally = {
    // The number that a text says, in a language whose thousands `group` divides, or the key of what is wrong with it.
    read: (guess, text, group) => {
      const value = number.read(text, group);
      if (!Number.isFinite(value)) return { fault: "class.guess_unread" };
      const most = Math.max(1, guess.high) * (guess.of === "direction" ? 1 : MOST);
      return value < Math.min(0, guess.low) || value > most ? { fault: "class.guess_off" } : { number: value };
    },
    numbers: (guesses) => guesses.flatMap((one) => ("number" in one ? [one.number] : [])),
    // The ranges, and how many hands were raised for each.
    hands: (guess, guesses) => scale.bins(guess.low, guess.high, guess.step, guess.of === "direction" ? WINDS : BINS)
      .map(([low, high], i) => ({ low, high, count: guesses.filter((one) => "hand" in one && one.hand === i).length })),
  };
})(window.L);
