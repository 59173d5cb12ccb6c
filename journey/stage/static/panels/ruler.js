/* The scale: a bar with its length, and how wide the picture is. */
// needs: arithmetic/arithmetic arithmetic/extent arithmetic/kilometres arithmetic/latitude arithmetic/scalebar arithmetic/width core/element
/** @typedef {{ruler: (stage: Stage) => {said(): string}}} Gives */
(function (L) {
  "use strict";

  const { arithmetic, element, kilometres, latitude, scalebar, width } = L.journey;
  const { WIDE } = L.journey.extent;
  const HIGH = 480; // pixels of the map from which there is room for a sentence where it is wide
  const MOST = { wide: 120, narrow: 84 }; // pixels of the bar

  // Returns {said() the whole sentence}. Where there is little room, or a time is a secret that it would tell, the bar has no more
  // than its length.
  L.journey.ruler = (stage) => {
    const { map, words, size, view, tale: { data, legs } } = stage;
    const farthest = legs.reduce((far, { points }) => points.reduce((most, [lat]) => Math.max(most, Math.abs(lat)), far), 0);
    const root = element("p", "jm-scale");
    const [line, told] = [element("span", "jm-scale-bar"), element("span", "jm-scale-words")];
    root.append(line, told);
    stage.put("ruler", root);
    const measured = () => {
      const { x, y } = map.getSize();
      const low = y - size("strip").h - view().under;
      const [north, lat, south] = [0, 1 / 2, 1].map((part) => map.containerPointToLatLng([x / 2, low * part]).lat);
      const km = arithmetic.widthAt(lat, map.getZoom(), x);
      const wide = x >= WIDE && y >= HIGH;
      const drawn = scalebar(km, x, wide ? MOST.wide : MOST.narrow);
      const { bar, ends } = latitude(words, kilometres(data.locale, drawn.km), lat, south, north, farthest);
      return { wide, drawn, bar, ends, ...width(data, km, bar) };
    };
    const tell = () => {
      const { wide, drawn, bar, ends, said, than, near } = measured();
      line.style.width = `${drawn.pixels.toFixed(1)}px`;
      const few = !wide || stage.now().hushed.length;
      told.textContent = [few ? bar : said, !few && near ? than : "", few && ends ? words["map.ends"] : ends].filter(Boolean).join(few ? ". " : " ");
    };
    stage.on(map, "moveend resize", tell);
    stage.watch("paint", ({ hushed, drawn }) => drawn !== "none" && hushed, (hushed) => { if (hushed) tell(); });
    return {
      said: () => {
        const { said, than, ends } = measured();
        return [said, than, ends].filter(Boolean).join(" ");
      },
    };
  };
})(window.L);
