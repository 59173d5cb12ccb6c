/* The journey beside a yardstick: on foot, by bicycle, by another way; on the same clock and map. */
// needs: class/ghost class/guess core/node panels/panels
(function (L) {
  "use strict";

  const { node, fill } = L.journey;

  // How a yardstick runs beside the journey from a start {seconds, km, end}, or null where its time is not known.
  // One that goes another way has its own length, and is no companion on the map.
  const wayOf = ({ name, kmh, km, seconds }, start) => {
    if (kmh) return { name, kmh, ...start, other: false };
    if (!km || !seconds) return null;
    return { name, kmh: (km / seconds) * 3600, ...start, end: start.km + km, other: true };
  };

  // Where the comparison starts: with a leg, or with the journey.
  const startOf = (legs, index) => {
    const from = Math.max(0, index);
    const last = legs[index < 0 ? legs.length - 1 : index].km;
    return { seconds: legs.slice(0, from).reduce((sum, leg) => sum + leg.span, 0), km: legs[from].km[0], end: last[last.length - 1] };
  };

  const row = (item, way, { words, picked, clock }) => {
    const box = node("li");
    const name = way && clock ? L.journey.guess.press("cl-pick", item.name, picked) : node("strong", "", item.name);
    if (way && clock) name.setAttribute("aria-pressed", "false");
    box.append(name);
    ["speed", "distance", "duration"].forEach((key) => { if (item[key]) box.append(L.journey.guess.fact(item[key])); });
    if (!way) box.append(node("p", "cl-small", words["class.no_time"]));
    else if (way.other) box.append(node("p", "cl-small", words["class.other_way"]));
    return { box, name };
  };

  // Options: data, items as the wire gives them, words, leg() index of the leg to start with or -1, onClose().
  // Returns {element, remove()}; the companion goes with it.
  L.journey.compare = (map, options) => {
    const { words, data } = options;
    const index = options.leg();
    const start = startOf(data.legs, index);
    const time = (index < 0 ? data.legs : [data.legs[index]]).some((leg) => leg.span > 0);
    const root = L.journey.panels.guard(node("section", "cl-compare"));
    root.setAttribute("aria-label", words["class.compare"]);
    const told = node("p", "cl-told");
    const say = L.journey.ghost.teller(data.locale, words);
    let companion = null;
    let chosen = null;

    const pick = (way, name) => {
      if (companion) companion.remove();
      companion = null;
      told.textContent = "";
      if (chosen) chosen.setAttribute("aria-pressed", "false");
      chosen = chosen === name ? null : name;
      map.journey.strip.compare(chosen ? [way] : []);
      if (!chosen) return;
      name.setAttribute("aria-pressed", "true");
      if (!way.other) companion = L.journey.ghost(map, data, way, (...said) => { told.textContent = say(...said); });
    };
    const shut = L.journey.guess.press("cl-shut", "×", options.onClose);
    shut.setAttribute("aria-label", words["map.close"]);
    const list = node("ul");
    options.items.forEach((item) => {
      const way = wayOf(item, start);
      const made = row(item, way, { words, clock: time, picked: () => pick(way, made.name) });
      list.append(made.box);
    });
    const from = index < 0 ? words["class.from_start"] : fill(words["class.from_leg"], { leg: data.legs[index].name });
    root.append(shut, node("h2", "", words["class.compare"]), node("p", "cl-small", time ? from : words["class.no_clock"]), told, list);
    return {
      element: root,
      remove: () => {
        if (companion) companion.remove();
        map.journey.strip.compare([]);
        root.remove();
      },
    };
  };
  Object.assign(L.journey.compare, { wayOf, startOf });
})(window.L);
