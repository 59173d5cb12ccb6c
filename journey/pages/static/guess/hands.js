/* A button for each range, for counting the hands that are raised. */
// needs: arithmetic/fill arithmetic/measure arithmetic/tally core/element element/press
/** @typedef {{hands: (lesson: Lesson, guess: Guess, raise: (index: number) => void) => HTMLElement}} Gives */
(function (L) {
  "use strict";

  const { element, fill, measure, press, tally } = L.journey;

  // Calls raise(index of the range).
  L.journey.hands = ({ stage, words }, guess, raise) => {
    const tell = measure.teller(stage.tale.data.locale, guess.unit);
    const box = element("div", "cl-hands");
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", words["class.hands_how"]);
    box.append(element("span", "cl-small", `${words["class.hands"]} (${guess.unit === "deg" ? "°" : guess.unit})`));
    const short = new Intl.NumberFormat("en", { maximumFractionDigits: 1, useGrouping: false });
    tally.hands(guess, []).forEach(({ low, high }, index) => {
      const made = press(stage, "raise", "", `${short.format(low)}–${short.format(high)}`, () => raise(index));
      made.setAttribute("aria-label", fill(words["class.range"], { low: tell(low), high: tell(high) }));
      box.append(made);
    });
    return box;
  };
})(window.L);
