/* Whose the map is: in few words in its corner, and all of it under the legend. */
// needs: core/element
/** @typedef {{credits: (stage: Stage, credit: string, whose: string, foot: HTMLElement) => void}} Gives */
(function (L) {
  "use strict";

  const GAP = 4; // pixels between it and the panels above

  // Both texts are markup of our own.
  L.journey.credits = ({ map, box, add, observe, words }, credit, whose, foot) => {
    const all = L.journey.element("p", "jm-credits");
    all.innerHTML = `${whose} <a href="https://leafletjs.com">Leaflet</a>.`;
    foot.append(L.journey.element("p", "jm-legend-title", words["map.credits"]), all);
    add(() => foot.replaceChildren());
    const control = map.attributionControl;
    if (!control) return;
    control.setPrefix(false).addAttribution(credit);
    add(() => control.removeAttribution(credit));
    // Panels stand above it, however many lines it takes.
    const line = control.getContainer();
    line.lang = "en";
    observe(line, () => box.style.setProperty("--credit", `${line.offsetHeight + GAP}px`));
  };
})(window.L);
