/* The journey's own words on the map - ends, stops and badges of the legs - and those of the base map. */
// needs: arithmetic/arithmetic map/labels
(function (L) {
  "use strict";

  const { middle, zoomFor } = L.journey.arithmetic;
  // Zooms from which stops are named: those of the chosen leg, and the others.
  const NAMED = { chosen: 5, other: 7.5 };
  const SEEN = 26; // pixels that a leg has to be long for both its ends to be named
  const MANY = 60; // legs, beyond which their badges would cover the map
  // Ranks of labels: what comes first is placed first and never covered.
  const RANK = { outer: 0, badge: 1, end: 2, stop: 3, base: 10 };
  const AREAS = ["country", "sea", "river"]; // named on their middle, with no dot

  // Data as the wire gives it; colour(mode), onPick(index). Returns {items, choose(index | null) to name that leg's
  // stops earlier and say whether that changed any, based(places) -> items}, items as L.journey.labels takes them.
  L.journey.captions = (data, { colour, onPick }) => {
    const drawn = Object.fromEntries(data.legs.map((leg) => [leg.id, leg.drawn]));
    // An end between two legs is named once the shorter of them is long enough to be seen.
    const nameFrom = (end) => Math.max(...end.legs.map((id) => zoomFor(drawn[id] * 1000, end.at[0], SEEN)));
    const ends = data.ends.map((end) => ({
      kind: end.outer ? "outer" : "end", text: end.name, at: end.at, gap: 10,
      rank: end.outer ? RANK.outer : RANK.end, zoom: end.outer ? 0 : nameFrom(end),
    }));
    const badges = data.legs.length > MANY ? [] : data.legs.map((leg, i) => ({
      kind: "mode", icon: data.modes[leg.mode].icon, colour: () => colour(leg.mode), at: middle(leg.points),
      rank: RANK.badge + (data.closeUp && data.closeUp.leg === leg.id ? 0 : 0.5), zoom: 0, onClick: () => onPick(i),
    }));
    const stops = data.legs.flatMap((leg, i) => leg.stops.map((stop) => ({
      kind: "stop", text: stop.name, at: stop.at, leg: i, rank: RANK.stop, zoom: NAMED.other, gap: 7,
    })));
    let named = null; // the leg whose stops are named earlier
    const items = [...ends, ...badges, ...stops];
    const taken = new Set(items.filter((item) => item.text).map((item) => item.text));
    return {
      items,
      choose: (index) => {
        const before = named;
        named = index;
        stops.forEach((stop) => { stop.zoom = stop.leg === index ? NAMED.chosen : NAMED.other; });
        return before !== index && stops.some(({ leg }) => leg === before || leg === index);
      },
      based: (places) => places.filter((place) => !taken.has(place.names.en)).map((place) => ({
        kind: place.kind, text: place.names[data.language] || place.names.en, at: place.at, zoom: place.zoom,
        until: place.until, rank: RANK.base + place.zoom, centred: AREAS.includes(place.kind), gap: 5, dot: !AREAS.includes(place.kind),
      })),
    };
  };
})(window.L);
