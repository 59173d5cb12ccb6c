/* The dates at both ends of the timeline. */
// needs: core/element core/mark
/** @typedef {{dates: (stage: Stage) => HTMLElement}} Gives */
(function (L) {
  "use strict";

  const { element, mark } = L.journey;

  // An element with the dates that are known, empty where none is.
  L.journey.dates = (stage) => {
    const { box, words, tale: { data: { dates } } } = stage;
    const root = element("div", "jm-dates");
    dates.forEach((date) => {
      const shown = element("span", "", date?.said);
      if (date) shown.append(" ", mark(date.basis, words, date.why));
      root.append(shown);
    });
    const any = dates.some(Boolean);
    root.hidden = !any;
    box.classList.toggle("jm-dated", any);
    stage.add(() => box.classList.remove("jm-dated"));
    return root;
  };
})(window.L);
