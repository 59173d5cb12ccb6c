/* The traveller on the map: the sign of the mode, where the story is. */
// needs: map/pane
/** @typedef {{vehicle: (stage: Stage) => {rects(): DOMRect[], box(): Box | null}}} Gives */
(function (L) {
  "use strict";

  const APART = 12; // pixels: side of the boxes that stand for a line

  // Along a line, in the window.
  /** @type {(line: SVGPathElement) => DOMRect[]} */
  const beads = (line) => {
    const there = line.getScreenCTM() || new DOMMatrix();
    return Array.from({ length: Math.ceil(line.getTotalLength() / APART) }, (_, i) => {
      const { x, y } = line.getPointAtLength(i * APART).matrixTransform(there);
      return new DOMRect(x - APART / 2, y - APART / 2, APART, APART);
    });
  };

  // Returns {rects() where its disc is in the window, and the words and lines that are drawn as high above the map, box() where it is on
  // the panes of the map, or null}, in pixels. What is hidden is nowhere.
  L.journey.vehicle = (stage) => {
    const { map, tale: { legs, data } } = stage;
    const pane = L.journey.pane(stage, "vehicle", 660);
    // How large it is the style sheet says, by how wide the map is.
    /** @type {(leg: Leg) => L.Icon} */
    const icon = ({ mode }) => L.divIcon({ className: "jm-vehicle", html: data.modes[mode].icon, iconSize: undefined });
    const marker = L.marker(legs[0].points[0], { icon: icon(legs[0]), pane: "vehicle", interactive: false, keyboard: false });
    stage.add(() => marker.remove());
    let size = 0; // pixels that it is wide, measured once, for that lays the page out
    stage.on(map, "resize", () => { size = 0; });
    let shown = 0; // index of the leg whose icon it has
    stage.watch("paint", (state) => state.at, (at) => {
      if (!at) {
        marker.remove();
        return;
      }
      const [lat, lon] = stage.view().place.at;
      if (!map.hasLayer(marker)) marker.addTo(map);
      // On the copy of the world that is in view.
      marker.setLatLng([lat, lon + 360 * Math.round((map.getCenter().lng - lon) / 360)]);
      if (shown !== at.leg) marker.setIcon(icon(legs[at.leg]));
      shown = at.leg;
    });
    stage.watch("paint", (state, view) => state.at && view.colour(legs[state.at.leg].mode), (colour) => {
      if (colour) marker.getElement()?.style.setProperty("--ink", colour);
    });
    return {
      rects: () => [
        ...[marker.getElement(), ...pane.querySelectorAll("span, text")].flatMap((one) => [...one?.getClientRects() || []]),
        .../** @type {SVGPathElement[]} */ ([...pane.querySelectorAll("g > path")]).flatMap(beads),
      ],
      box: () => {
        const made = map.hasLayer(marker) && marker.getElement();
        if (!made) return null;
        size ||= made.offsetWidth;
        const { x, y } = map.latLngToLayerPoint(marker.getLatLng());
        return { x: x - size / 2, y: y - size / 2, w: size, h: size };
      },
    };
  };
})(window.L);
