/* What is pinned to a point of the map. */
/** @typedef {{pinned: (stage: Pick<Stage, "map" | "add">, at: Point, element: HTMLElement, above: number) => L.Marker}} Gives */
(function (L) {
  "use strict";

  // The marker of an element that stands there as long as the part lasts whose stage it is, so many pixels of the map above others.
  L.journey.pinned = ({ map, add }, at, element, above) => {
    const icon = L.divIcon({ className: "cl-onmap", html: element, iconSize: [0, 0] });
    const marker = L.marker(at, { icon, interactive: false, keyboard: false, pane: "vehicle", zIndexOffset: above }).addTo(map);
    add(() => marker.remove());
    return marker;
  };
})(window.L);
