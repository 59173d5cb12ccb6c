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
    const lengths = data.legs.map((leg) => ({ name: leg.name, length: leg.km[leg.km.length - 1] - leg.km[0] }))
      .filter(({ length }) => length > 0).sort((a, b) => a.length - b.length);
    const [short, long] = [lengths[0], lengths[lengths.length - 1]];
    if (!long || !(km > 0)) return { said, than: "", near: false };
    const near = long.length / km >= 2;
    const [key, leg, times] = near ? ["map.scale_long", long, long.length / km] : ["map.scale_short", short, km / short.length];
    if (times < 2) return { said, than: "", near };
    const about = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(times);
    return { said, than: fill(words[key], { leg: leg.name, times: about }), near };
  };
})(window.L);
