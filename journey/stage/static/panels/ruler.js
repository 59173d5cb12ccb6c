/* The scale: a bar with its length, and how wide the picture is. */
// needs: arithmetic/arithmetic arithmetic/extent arithmetic/kilometres arithmetic/scalebar arithmetic/width core/element
/** @typedef {{ruler: (stage: Stage) => {said(): string}}} Gives */
(function (L) {
  "use strict";

  const { arithmetic, element, kilometres, scalebar, width } = L.journey;
  const { WIDE } = L.journey.extent;
  const HIGH = 480; // pixels of the map from which there is room for a sentence where it is wide
  const MOST = { wide: 120, narrow: 84 }; // pixels of the bar

  // Returns {said() the whole sentence}. Where there is little room, or a time is a secret that it would tell, the bar has no more
  // than its length.
  L.journey.ruler = (stage) => {
    const { map, tale: { data } } = stage;
    const root = element("p", "jm-scale");
    const [line, words] = [element("span", "jm-scale-bar"), element("span", "jm-scale-words")];
    root.append(line, words);
    stage.put("ruler", root);
    const measured = () => {
      const { x, y } = map.getSize();
      const km = arithmetic.widthAt(map.getCenter().lat, map.getZoom(), x);
      const wide = x >= WIDE && y >= HIGH;
      const drawn = scalebar(km, x, wide ? MOST.wide : MOST.narrow);
      return { wide, drawn, ...width(data, km, drawn.km) };
    };
    const tell = () => {
      const { wide, drawn, said, than, near } = measured();
      line.style.width = `${drawn.pixels.toFixed(1)}px`;
      words.textContent = !wide || stage.now().hushed.length ? kilometres(data.locale, drawn.km) : [said, near ? than : ""].join(" ").trim();
    };
    stage.on(map, "moveend resize", tell);
    stage.watch("paint", ({ hushed, drawn }) => drawn !== "none" && hushed, (hushed) => { if (hushed) tell(); });
    return {
      said: () => {
        const { said, than } = measured();
        return [said, than].join(" ").trim();
      },
    };
  };
})(window.L);
