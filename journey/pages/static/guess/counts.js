/* How many hands were raised for each range, in numbers. */
// needs: arithmetic/fill arithmetic/measure arithmetic/scale arithmetic/tally core/element
/** @typedef {{counts: (lesson: Lesson, guess: Guess, x: (value: number) => number, acts: GuessActs) => HTMLElement}} Gives */
(function (L) {
  "use strict";

  const { element, fill, measure, scale, tally } = L.journey;
  const MOST = 999; // hands

  // A field under each bar of the scale, on which a value is x(value) of 100.
  L.journey.counts = ({ stage, words, view, watch }, guess, x, { count }) => {
    const tell = measure.teller(stage.tale.data.locale, guess.unit, scale.digits(guess.low, guess.high, guess.step));
    const row = element("div", "cl-counts");
    const fields = tally.hands(guess, []).map(({ low, high }, i) => {
      const field = element("input", "cl-count");
      Object.assign(field, { type: "text", inputMode: "numeric", autocomplete: "off", maxLength: 3 });
      Object.assign(field.style, { left: `${x(low)}%`, width: `${x(high) - x(low)}%` });
      field.setAttribute("aria-label", fill(words["class.count"], { low: tell(low), high: tell(high) }));
      const enter = () => {
        const text = field.value.trim();
        if (/^\d*$/.test(text)) count(i, Math.min(MOST, Number(text)));
        show();
      };
      stage.on(field, "change", enter);
      stage.on(field, "keydown", ({ key, isComposing }) => key === "Enter" && !isComposing && enter());
      row.append(field);
      return field;
    });
    const show = () => tally.hands(guess, view().guesses).forEach((found, i) => { fields[i].value = String(found.count || ""); });
    watch((_, { guesses }) => guesses, show);
    return row;
  };
})(window.L);
