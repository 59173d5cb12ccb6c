/* A companion on the map who goes the same way at an even speed, by the same clock. */
// needs: arithmetic/pace class/figures core/node
(function (L) {
  "use strict";

  const { node, fill, pace } = L.journey;
  const { along, ghost } = L.journey.figures;

  // Data as the wire gives it; way {name, kmh, seconds, km, end} as the diagram has it; tell(way, km) at every move.
  // Returns {remove()}.
  L.journey.ghost = (map, data, way, tell) => {
    const box = node("span", "cl-ghost");
    box.append(node("span", "cl-ghost-dot"), node("span", "cl-flag-text", way.name));
    const icon = L.divIcon({ className: "cl-onmap", html: box, iconSize: [0, 0] });
    const place = (seconds) => {
      const km = ghost(way, seconds);
      const [lat, lon] = along(data.legs, km);
      const turn = 360 * Math.round((map.getCenter().lng - lon) / 360);
      tell(way, km - way.km);
      return [lat, lon + turn];
    };
    const marker = L.marker(place(pace.elapsed(data.legs, map.journey.moment())), { icon, interactive: false, keyboard: false, pane: "vehicle" }).addTo(map);
    const onMoment = ({ seconds }) => marker.setLatLng(place(seconds));
    map.on("journey:moment", onMoment);
    return {
      remove: () => {
        map.off("journey:moment", onMoment);
        marker.remove();
      },
    };
  };

  // Kilometres and of how many, in a sentence.
  L.journey.ghost.teller = (locale, words) => {
    const format = new Intl.NumberFormat(locale, { style: "unit", unit: "kilometer", maximumFractionDigits: 1 });
    return (way, km) => fill(words["class.ghost"], { name: way.name, distance: format.format(km), total: format.format(way.end - way.km) });
  };
})(window.L);
