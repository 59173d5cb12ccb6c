/* How wide the picture is, and how the journey's legs compare with that. */
// needs: arithmetic/fill arithmetic/kilometres
/** The sentence, the comparison or "", and whether that is one of a leg longer than the picture.
 * @typedef {{said: string, than: string, near: boolean}} Width
 * @typedef {{width: (data: Pick<Data, "locale" | "words"> & {legs: Pick<Leg, "name" | "km">[]}, km: number, bar: string) => Width}} Gives */
(function (L) {
  "use strict";

  const { fill, kilometres } = L.journey;

  // Of a picture that is so many km wide, and has a bar of that length for its scale.
  L.journey.width = (data, km, bar) => {
    const { locale, words } = data;
    const said = fill(words["map.scale"], { bar, width: kilometres(locale, km) });
    let [short, long] = [-1, -1]; // the index of the first of the shortest legs, and of the last of the longest
    /** @type {(leg: number) => number} */
    const length = (leg) => (leg < 0 ? 0 : data.legs[leg].km[data.legs[leg].km.length - 1] - data.legs[leg].km[0]);
    data.legs.forEach((_, leg) => {
      if (!(length(leg) > 0)) return;
      if (short < 0 || length(leg) < length(short)) short = leg;
      if (length(leg) >= length(long)) long = leg;
    });
    if (long < 0 || !(km > 0)) return { said, than: "", near: false };
    const near = length(long) / km >= 2;
    const [key, leg, times] = near ? ["map.scale_long", data.legs[long], length(long) / km] : ["map.scale_short", data.legs[short], km / length(short)];
    if (times < 2) return { said, than: "", near };
    const about = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(times);
    return { said, than: fill(words[key], { leg: leg.name, times: about }), near };
  };
})(window.L);
