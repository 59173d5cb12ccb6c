/* How a way that the journey is compared with runs through the diagram. Free of the DOM. */
// needs: arithmetic/pace
/** @typedef {{bends: (way: Way, tale: Pick<Tale, "legs" | "starts" | "divisions">) => [number, number][]}} Gives */
(function (L) {
  "use strict";

  const { clamp } = L.journey.pace;

  // The bends of the way's line, as places along the bar, 0..1, and km since the start of the journey. Its speed is even,
  // and the time's scale changes where a leg begins. It ends with the journey's time or its way; without a speed it has none.
  L.journey.bends = ({ kmh, seconds, km, end }, { legs, starts, divisions: { bar } }) => {
    const last = legs[legs.length - 1];
    const goal = Math.min(end, last.km[last.km.length - 1]);
    const until = seconds + ((goal - km) / kmh) * 3600;
    if (!(kmh > 0)) return [];
    return legs.flatMap(({ span }, leg) => {
      const [from, to] = [Math.max(seconds, starts[leg]), Math.min(until, starts[leg] + span)];
      if (from >= to) return [];
      /** @type {(time: number) => [number, number]} */
      const place = (time) => [bar.of({ leg, part: clamp((time - starts[leg]) / span, 0, 1) }), km + ((time - seconds) / 3600) * kmh];
      return [place(from), place(to)];
    });
  };
})(window.L);
