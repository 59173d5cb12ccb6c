/* The straight scale that guesses stand on: bars that count them, the slider along it, and then the answer among them. */
// needs: arithmetic/fill arithmetic/measure arithmetic/scale arithmetic/tally core/element element/press guess/counts
/** @typedef {{axis: (lesson: Lesson, guess: Guess, acts: GuessActs | null) => Board}} Gives */
(function (L) {
  "use strict";

  const { element, fill, measure, press, scale, tally } = L.journey;
  const PARTS = 4; // of the scale between its marks, at the most: as many as have room on a phone

  const END = 90; // from where on along the scale a mark with its unit may have no room to its right

  /** @typedef {(value: number) => number} Placer where a value is along the scale, 0..100 */

  // An element from one value to another.
  /** @type {<T extends HTMLElement>(made: T, x: Placer, low: number, high?: number) => T} */
  const placed = (made, x, low, high) => {
    made.style.left = `${x(low)}%`;
    if (high !== undefined) made.style.width = `${x(high) - x(low)}%`;
    return made;
  };

  // The marks, the last of them with the unit.
  /** @type {(lesson: Lesson, guess: Guess, domain: [number, number], x: Placer) => HTMLElement} */
  const ticks = ({ stage }, { unit, low, high, step }, domain, x) => {
    const { locale } = stage.tale.data;
    const digits = scale.digits(low, high, step);
    const [plain, whole] = [new Intl.NumberFormat(locale, { maximumFractionDigits: digits }), measure.teller(locale, unit, digits)];
    const row = element("div", "cl-ticks");
    const all = scale.ticks(domain, PARTS);
    row.append(...all.map((value, i) => {
      const text = i === all.length - 1 ? whole(value) : plain.format(value);
      const mark = placed(element("span", "", text), x, value);
      mark.dataset.value = String(value);
      mark.classList.toggle("cl-end", x(value) > END);
      return mark;
    }));
    return row;
  };

  // A bar for each range, with how many guesses lie in it; while it is guessed a button that counts one more.
  /** @type {(lesson: Lesson, guess: Guess, x: Placer, acts: GuessActs | null) => {element: HTMLElement, show(guesses: readonly Guessed[]): void}} */
  const bars = ({ stage, words }, guess, x, acts) => {
    const tell = measure.teller(stage.tale.data.locale, guess.unit, scale.digits(guess.low, guess.high, guess.step));
    const row = element("div", "cl-cols");
    const made = tally.hands(guess, []).map(({ low, high }, i) => {
      const bar = acts ? press(stage, "raise", "cl-col", "", () => acts.hand(i)) : element("span", "cl-col");
      const [body, count] = [element("span", "cl-column"), element("b")];
      bar.append(count, body);
      row.append(placed(bar, x, low, high));
      return { bar, body, count };
    });
    return {
      element: row,
      show: (guesses) => {
        const hands = tally.hands(guess, guesses);
        const most = Math.max(1, ...hands.map(({ count }) => count));
        hands.forEach(({ low, high, count }, i) => {
          const { bar, body, count: number } = made[i];
          number.textContent = String(count || "");
          bar.dataset.count = String(count);
          body.style.height = `${(count / most) * 78}%`;
          if (acts) bar.setAttribute("aria-label", fill(words["class.range"], { low: tell(low), high: tell(high), count }));
        });
      },
    };
  };

  // The numbers that were said, each once.
  /** @type {(numbers: number[], [low, high]: [number, number], x: Placer) => HTMLElement[]} */
  const marks = (numbers, [low, high], x) => [...new Set(numbers)].filter((value) => value >= low && value <= high)
    .map((value) => placed(element("i", "cl-mark"), x, value));

  // The answer: a line, or from the least to the most, open where nothing bounds it.
  /** @type {(guess: Guess, domain: [number, number], x: Placer) => HTMLElement[]} */
  const answer = ({ least, most }, domain, x) => {
    if (least === null) return [];
    const made = placed(element("i", `cl-answer${most === null ? " cl-open" : ""}`), x, least, most ?? domain[1]);
    made.classList.toggle("cl-span", most !== least);
    Object.assign(made.dataset, { least, most: most ?? "" });
    return [made];
  };

  L.journey.axis = (lesson, guess, acts) => {
    const told = !acts;
    const domain = scale.domain(guess.low, guess.high, told ? [guess.least, guess.most] : []);
    /** @type {Placer} */
    const x = (value) => Number((100 * scale.share(value, domain)).toFixed(3));
    const root = element("div", "cl-scale");
    const [line, numbers] = [element("div", "cl-line"), element("div")];
    const { element: columns, show } = bars(lesson, guess, x, acts);
    if (told) columns.append(...answer(guess, domain, x));
    line.append(numbers, ...(acts ? [acts.slider] : []));
    root.append(columns, line, ticks(lesson, guess, domain, x), ...(acts ? [L.journey.counts(lesson, guess, x, acts)] : []));
    return {
      element: root,
      show: (guesses) => {
        show(guesses);
        numbers.replaceChildren(...marks(tally.numbers(guesses), domain, x));
      },
      // A row below the scale, with a mark from a value to another and words on that side of it where there is more room.
      row: (kind, [low, high], text) => {
        const made = element("p", `cl-row-at cl-at-${kind}`);
        const words = element("span", "", text);
        made.dataset.mark = kind;
        const [from, until] = [x(low), x(high)];
        made.classList.toggle("cl-before", from + until >= 100);
        made.style.setProperty("--at", `${Math.min(until, 100 - from)}%`);
        made.append(placed(element("i"), x, low, high), words);
        root.append(made);
      },
    };
  };
})(window.L);
