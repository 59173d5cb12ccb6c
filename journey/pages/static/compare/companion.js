/* A companion on the map who goes the same way at an even speed, by the same clock. */
// needs: arithmetic/along arithmetic/yardstick core/element
/** @typedef {{companion: (lesson: Lesson, way: Way) => void}} Gives */
(function (L) {
  "use strict";

  const { along, element, yardstick } = L.journey;

  L.journey.companion = ({ stage }, way) => {
    const { map, tale: { legs } } = stage;
    const box = element("span", "cl-ghost");
    box.append(element("span", "cl-ghost-dot"), element("span", "cl-flag-text", way.name));
    const icon = L.divIcon({ className: "cl-onmap", html: box, iconSize: [0, 0] });
    // On the copy of the world that is in view.
    /** @type {(seconds: number) => Point} */
    const place = (seconds) => {
      const [lat, lon] = along.place(legs, yardstick.reached(way, seconds));
      return [lat, lon + 360 * Math.round((map.getCenter().lng - lon) / 360)];
    };
    const marker = L.marker(place(stage.view().seconds), { icon, interactive: false, keyboard: false, pane: "vehicle" }).addTo(map);
    stage.add(() => marker.remove());
    stage.watch("paint", (_, { seconds }) => seconds, (seconds) => marker.setLatLng(place(seconds)));
  };
})(window.L);
