/* What a class has guessed at a question: numbers that were said, and hands that were raised for a range. */
// needs: arithmetic/number arithmetic/scale
/** `read` gives a number or the key of what is wrong with it, `hands` how many guesses lie in each range, `counted` the guesses
 * with so many of them in a range. `verdict` has the middle of all, null where there is none, those nearest to the answer, and how many
 * numbers lie within it, or null where it is one figure. A guess is from a number to a number: the same, or the ends of its range.
 * @typedef {[low: number, high: number]} Range
 * @typedef {{middle: Range | null, nearest: Range[], within: number | null}} Verdict
 * @typedef {{tally: {
 *   read: (guess: Guess, text: string, group: string) => {number: number} | {fault: string},
 *   numbers: (guesses: readonly Guessed[]) => number[],
 *   hands: (guess: Guess, guesses: readonly Guessed[]) => Hands[],
 *   counted: (guess: Guess, guesses: readonly Guessed[], index: number, count: number) => Guessed[],
 *   verdict: (guess: Guess, guesses: readonly Guessed[]) => Verdict}}} Gives */
(function (L) {
  "use strict";

  const { number, scale } = L.journey;
  const MOST = 20; // times the slider's end, beyond which a guess can't be meant
  const [BINS, WINDS] = [5, 8]; // ranges at the most, and of a direction
  const POWER = /^-?\d+(\.\d+)?e[+-]?\d+$/i; // as calculators write large numbers

  /** @type {(guess: Guess) => Range[]} */
  const ranges = ({ of, low, high, step }) => scale.bins(low, high, step, of === "direction" ? WINDS : BINS);
  // The index of the range that a number lies in, or -1.
  /** @type {(all: Range[], value: number) => number} */
  const rangeOf = (all, value) => all.findIndex(([low, high], i) => value >= low && (value < high || (i === all.length - 1 && value <= high)));
  // The index of the range that a guess is counted in, or -1.
  /** @type {(all: Range[], one: Guessed) => number} */
  const place = (all, one) => ("hand" in one ? one.hand : rangeOf(all, one.number));

  // From where to where each guess goes. Where hands were raised, numbers are known no better than these.
  /** @type {(guess: Guess, guesses: readonly Guessed[]) => Range[]} */
  const spans = (guess, guesses) => {
    const all = ranges(guess);
    const exact = guesses.every((one) => "number" in one);
    return guesses.flatMap((one) => {
      const found = all[exact ? -1 : place(all, one)];
      return found ? [found] : "number" in one ? [[one.number, one.number]] : [];
    });
  };

  // Directions laid on a line, in degrees; null where they point to more than one half of the compass, for then none is in the middle.
  /** @type {(turned: Range[]) => Range[] | null} */
  const laid = (turned) => {
    const starts = [...new Set(turned.map(([low]) => low % 360))].sort((a, b) => a - b);
    const gaps = starts.map((start, i) => (starts[(i + 1) % starts.length] - start + 360) % 360 || 360);
    const from = starts[(gaps.indexOf(Math.max(...gaps)) + 1) % starts.length];
    const line = turned.map(([low, high]) => /** @type {Range} */ ([from + ((low - from + 360) % 360), from + ((low - from + 360) % 360) + high - low]));
    return Math.max(...line.map(([, high]) => high)) - from < 180 ? line : null;
  };

  // The median: that of numbers, or from where to where it lies.
  /** @type {(line: Range[]) => Range} */
  const median = (line) => {
    const sorted = [...line].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const [one, other] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
    if (one[0] < one[1] || other[0] < other[1]) return [one[0], Math.max(one[1], other[1])];
    return [(one[0] + other[0]) / 2, (one[0] + other[0]) / 2];
  };

  /** @type {(guess: Guess, guesses: readonly Guessed[]) => Range | null} */
  const middle = (guess, guesses) => {
    const found = spans(guess, guesses);
    if (!found.length) return null;
    if (guess.of !== "direction") return median(found);
    const line = laid(found);
    return line && /** @type {Range} */ (median(line).map((value) => value % 360));
  };

  // How far a guess is off the answer, in its unit; round the compass the shorter way.
  /** @type {(guess: Guess, least: number) => (range: Range) => number} */
  const off = ({ of, most }, least) => ([low, high]) => {
    if (of !== "direction") return Math.max(0, low - (most ?? Infinity), least - high);
    const turn = (low + high - least - (most ?? least)) / 2;
    return Math.max(0, Math.abs(((turn % 360) + 540) % 360 - 180) - (high - low + (most ?? least) - least) / 2);
  };

  /** @type {(guess: Guess, guesses: readonly Guessed[], least: number) => Range[]} */
  const nearest = (guess, guesses, least) => {
    const all = ranges(guess);
    const own = guesses.flatMap((one) => ("number" in one ? [/** @type {Range} */ ([one.number, one.number])] : all[one.hand] ? [all[one.hand]] : []));
    const far = off(guess, least);
    const best = Math.min(...own.map(far));
    const found = own.filter((one) => far(one) < best + 1e-9);
    return [...new Map(found.map((one) => [one.join(), one])).values()].sort((a, b) => a[0] - b[0]);
  };

  /** @type {Gives["tally"]["numbers"]} */
  const numbers = (guesses) => guesses.flatMap((one) => ("number" in one ? [one.number] : []));

  L.journey.tally = {
    // A number that a text says is read in a language whose thousands `group` divides.
    read: (guess, text, group) => {
      const value = POWER.test(text.trim()) ? Number(text) : number.read(text, group);
      if (Number.isNaN(value)) return { fault: "class.guess_unread" };
      const most = Math.max(1, guess.high) * (guess.of === "direction" ? 1 : MOST);
      return value < Math.min(0, guess.low) || value > most ? { fault: "class.guess_off" } : { number: value };
    },
    numbers,
    hands: (guess, guesses) => {
      const all = ranges(guess);
      const places = guesses.map((one) => place(all, one));
      return all.map(([low, high], i) => ({ low, high, count: places.filter((at) => at === i).length }));
    },
    // Of hands that are too many the last ones go; numbers stay.
    counted: (guess, guesses, index, count) => {
      const more = count - L.journey.tally.hands(guess, guesses)[index].count;
      if (more >= 0) return [...guesses, ...Array.from({ length: more }, () => ({ hand: index }))];
      let left = -more;
      return [...guesses].reverse().filter((one) => {
        const goes = left > 0 && "hand" in one && one.hand === index;
        if (goes) left -= 1;
        return !goes;
      }).reverse();
    },
    verdict: (guess, guesses) => {
      const { least, most } = guess;
      const far = least === null ? null : off(guess, least);
      const range = far && most !== least;
      return {
        middle: middle(guess, guesses),
        nearest: least === null || !guesses.length ? [] : nearest(guess, guesses, least),
        within: range ? numbers(guesses).filter((value) => far([value, value]) === 0).length : null,
      };
    },
  };
})(window.L);
