/* How long it takes to play, said roughly. */
// needs: arithmetic/fill
/** @typedef {{playing: (milliseconds: number, locale: string, words: Words, brief?: boolean) => string}} Gives */
(function (L) {
  "use strict";

  const SHORT = 50; // seconds below which it is told in tens of them

  // "about 2 minutes", in the language of the place; `brief` where there is little room.
  L.journey.playing = (milliseconds, locale, words, brief = false) => {
    const seconds = milliseconds / 1000;
    const [number, unit] = seconds < SHORT ? [Math.max(1, Math.round(seconds / 10)) * 10, "second"] : [Math.round(seconds / 60) || 1, "minute"];
    return L.journey.fill(words["value.about"], { value: new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: brief ? "short" : "long" }).format(number) });
  };
})(window.L);
