/* How wide the screen is, and how the journey's legs compare with that. */
// needs: arithmetic/fill
/** @typedef {{width: (data: Pick<Data, "locale" | "words"> & {legs: Pick<Leg, "name" | "km">[]}, km: number) => string}} Gives */
(function (L) {
  "use strict";

  const { fill } = L.journey;

  // Two digits of a number that is only about right.
  /** @type {(value: number) => number} */
  const about = (value) => (value > 0 ? Number(value.toPrecision(2)) : 0);

  // A sentence about a screen that is so many km wide.
  L.journey.width = (data, km) => {
    const { words } = data;
    /** @type {(name: string, value: number) => string} */
    const unit = (name, value) => new Intl.NumberFormat(data.locale, { style: "unit", unit: name, unitDisplay: "long" }).format(value);
    const across = km < 1 ? unit("meter", about(km * 1000)) : unit("kilometer", about(km));
    const lengths = data.legs.map((leg) => ({ name: leg.name, length: leg.km[leg.km.length - 1] - leg.km[0] }))
      .filter(({ length }) => length > 0).sort((a, b) => a.length - b.length);
    const [short, long] = [lengths[0], lengths[lengths.length - 1]];
    if (!long || !(km > 0)) return fill(words["map.scale"], { width: across });
    const many = long.length / km >= 2;
    const [key, leg, times] = many ? ["map.scale_long", long, long.length / km] : ["map.scale_short", short, km / short.length];
    if (times < 2) return fill(words["map.scale"], { width: across });
    return fill(words[key], { width: across, leg: leg.name, times: new Intl.NumberFormat(data.locale).format(about(times)) });
  };
})(window.L);
