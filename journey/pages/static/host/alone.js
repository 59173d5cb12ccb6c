/* The stage on a map of folium that stands alone, and what layers of others find there in the place of folium's own scripts. */
// needs: element/pin host/open
/** @typedef {{alone: (map: L.Map, key: string) => Handle}} Gives */
(function (L) {
  "use strict";

  // Opens the stage on the map with what stands in the element of that id. The page is in its language from then on.
  L.journey.alone = (map, key) => {
    const { journey, base } = JSON.parse(document.getElementById(key)?.textContent || "");
    Object.assign(document.documentElement, { lang: journey.language, dir: journey.runs || "" });
    return L.journey.open(map, journey, base);
  };

  // An icon of folium: a pin in its colour with a dot in the place of a picture, which would have to be fetched.
  const Pin = L.Icon.extend({
    options: { markerColor: "blue", iconColor: "white", iconSize: [26, 40], iconAnchor: [13, 39], popupAnchor: [0, -36], tooltipAnchor: [12, -26] },
    /** @param {"icon" | "shadow"} name */
    _getIconUrl(name) {
      const { markerColor, iconColor } = this.options;
      return name === "icon" ? L.journey.pin(markerColor, iconColor) : null;
    },
  });
  L.Icon.Default = Pin;
  L.Marker.mergeOptions({ icon: new Pin() });
  L.AwesomeMarkers = { Icon: Pin, icon: (options) => new Pin(options) };

  // Of jQuery, what folium's popups and its layers in front call: the elements that HTML makes, and what is due once all stands there.
  /** @type {(what: string | Document) => ArrayLike<Element> | {ready(act: () => void): void}} */
  const query = (what) => {
    if (typeof what !== "string") return { ready: (act) => queueMicrotask(act) };
    const made = document.createElement("template");
    made.innerHTML = what;
    return made.content.children;
  };
  // A plugin may bring the whole of it.
  window.$ ??= query;
})(window.L);
