/* Places along the journey's line, by the way done, by the time since a leg's start, or by an even speed. */
// needs: arithmetic/pace
/** @typedef {{along: {
 *   place: (legs: readonly Line[], km: number) => Point,
 *   passed: (legs: readonly Line[], index: number, km: number) => number | null,
 *   after: (legs: readonly (Pick<Leg, "points" | "km" | "at" | "span">)[], index: number, seconds: number) => Point | null}}} Gives */
/** @typedef {Pick<Leg, "points" | "km" | "drawn">} Line */
(function (L) {
  "use strict";

  /** @type {(km: number[]) => number} */
  const end = (km) => km[km.length - 1];

  L.journey.along = {
    // The place [lat, lon] at so many km from the start of the journey.
    place: (legs, km) => {
      const leg = legs.find((one) => km <= end(one.km)) || legs[legs.length - 1];
      const next = leg.km.findIndex((way) => way >= km);
      if (next <= 0) return leg.points[next < 0 ? leg.points.length - 1 : 0];
      const [[lat, lon], [lat1, lon1]] = [leg.points[next - 1], leg.points[next]];
      const gap = leg.km[next] - leg.km[next - 1];
      const part = gap > 0 ? (km - leg.km[next - 1]) / gap : 0;
      return [lat + (lat1 - lat) * part, lon + (lon1 - lon) * part];
    },
    // How many km of the journey have passed at so many km of the drawn line, from the start of a leg; null beyond its end.
    passed: (legs, index, km) => {
      let left = km;
      for (const leg of legs.slice(index)) {
        const [from, until] = [leg.km[0], end(leg.km)];
        if (left <= leg.drawn) return from + (leg.drawn > 0 ? left / leg.drawn : 0) * (until - from);
        left -= leg.drawn;
      }
      return null;
    },
    // The place so many s after the start of a leg; null beyond the journey's end, or where a time on the way is not known.
    after: (legs, index, seconds) => {
      let left = seconds;
      for (const leg of legs.slice(index)) {
        if (!leg.span) return null;
        if (left <= leg.span) return L.journey.pace.place(leg, left / leg.span).at;
        left -= leg.span;
      }
      return null;
    },
  };
})(window.L);
