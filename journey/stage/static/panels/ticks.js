/* The time along the timeline's bar: round hours, days or years, and the sum at its end. */
// needs: core/element
/** @typedef {{ticks: (stage: Stage) => HTMLElement}} Gives */
(function (L) {
  "use strict";

  const { element } = L.journey;

  // An element with the marks, each shown from some width of the bar on.
  L.journey.ticks = (stage) => {
    const { marks, total } = stage.tale.data.axis;
    const root = element("div", "jm-axis");
    marks.forEach(([place, text, width]) => {
      const mark = element("span", width ? `from-${width}` : "", text);
      mark.style.left = `${place * 100}%`;
      root.append(mark);
    });
    root.append(element("b", "", total));
    return root;
  };
})(window.L);
