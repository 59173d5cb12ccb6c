/* Opens the stage on a map of Leaflet, with what the page brought along. */
// needs: arithmetic/pace arithmetic/unpack core/element host/stage
/** @typedef {{open: (map: L.Map, data?: Data, base?: Base, before?: State) => Handle}} Gives */
(function (L) {
  "use strict";

  // Data as the wire gives it, and the base map: those that the page's script brought along as L.journey.data and L.journey.base,
  // where they are not given; the state `before` is that of another stage on the same map. What can't be played is said in a sentence.
  L.journey.open = (map, data = L.journey.data, base = L.journey.base, before) => {
    // folium forbids to pinch the page larger; people who need that shall have it.
    /** @type {NodeListOf<HTMLMetaElement>} */ (document.querySelectorAll("meta[name=viewport]")).forEach((meta) => {
      meta.content = "width=device-width, initial-scale=1";
    });
    const unpacked = L.journey.unpack.data(data);
    const fault = L.journey.pace.fault(unpacked.legs);
    if (!fault) return L.journey.stage(map, unpacked, base, before);
    const message = L.journey.element("p", "jm-fault", data.words[fault]);
    map.getContainer().append(message);
    map.journey = { goTo: () => {}, remove: () => message.remove() };
    return map.journey;
  };
})(window.L);
