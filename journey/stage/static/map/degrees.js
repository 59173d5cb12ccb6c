/* The degrees of the graticule along the top and the left side of the map, where nothing else stands. */
// needs: arithmetic/arithmetic arithmetic/lattice core/element map/pane
/** @typedef {{degrees: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  const { element } = L.journey;
  const { degrees, overlap } = L.journey.arithmetic;
  const LETTER = 5.6; // pixels that a letter is wide at the most, on the whole
  const HEIGHT = 14; // pixels that a word is high
  const [BESIDE, ABOVE] = [4, 2]; // pixels between a word and the edge, and between it and its line
  const APART = 3; // pixels kept free around a word

  // The words in a view, each with its box in pixels of the map.
  /** @type {(stage: Stage) => {text: string, box: Box}[]} */
  const wanted = ({ map, words }) => {
    const [north, east] = [words["map.north_south"].split("/"), words["map.east_west"].split("/")];
    const { parallels, meridians } = L.journey.lattice(map.getBounds());
    const { lat, lng } = map.getCenter();
    /** @type {(text: string, x: number, y: number) => {text: string, box: Box}} */
    const word = (text, x, y) => ({ text, box: { x, y, w: text.length * LETTER, h: HEIGHT } });
    return [
      ...parallels.map((at) => word(degrees(at, north), BESIDE, map.latLngToContainerPoint([at, lng]).y - HEIGHT - ABOVE)),
      ...meridians.map((at) => word(degrees(at, east, true), map.latLngToContainerPoint([lat, at]).x + BESIDE, ABOVE)),
    ];
  };

  // Writes them anew whenever the words of the map have their places, which come before them.
  L.journey.degrees = (stage) => {
    const { map } = stage;
    const pane = L.journey.pane(stage, "degrees", 630);
    /** @type {HTMLElement[]} */
    const made = [];
    stage.on(map, "journey:placed", (event) => {
      const taken = /** @type {{taken: Box[]}} */ (/** @type {unknown} */ (event)).taken.slice();
      const { x, y } = map.getSize();
      const free = wanted(stage).filter(({ box }) => {
        const inside = box.x >= 0 && box.y >= 0 && box.x + box.w <= x && box.y + box.h <= y;
        if (!inside || taken.some((other) => overlap(box, other, APART))) return false;
        taken.push(box);
        return true;
      });
      const origin = map.containerPointToLayerPoint([0, 0]);
      pane.replaceChildren(...free.map(({ text, box }, i) => {
        const word = made[i] ||= element("div", "jm-label jm-degree");
        word.textContent = text;
        L.DomUtil.setPosition(word, L.point(Math.round(box.x), Math.round(box.y)).add(origin).round());
        return word;
      }));
    });
    stage.on(map, "zoomstart", () => pane.replaceChildren());
  };
})(window.L);
