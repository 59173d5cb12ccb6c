/* The degrees of the graticule along the top and the left side of the map, where nothing else stands. */
// needs: arithmetic/arithmetic arithmetic/lattice core/element map/pane
/** @typedef {{degrees: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  const { element } = L.journey;
  const { degrees, overlap } = L.journey.arithmetic;
  const [BESIDE, ABOVE] = [4, 2]; // pixels between a word and the edge, and between it and its line
  const APART = 3; // pixels kept free around a word

  // The words in a view, each with its box in pixels of the map. `write` puts words there, all before any of them is measured: that
  // lays the page out once.
  /** @type {(stage: Stage, write: (texts: string[]) => HTMLElement[]) => {word: HTMLElement, box: Box}[]} */
  const wanted = ({ map, words }, write) => {
    const [north, east] = [words["map.north_south"].split("/"), words["map.east_west"].split("/")];
    const { parallels, meridians } = L.journey.lattice(map.getBounds());
    const { lat, lng } = map.getCenter();
    const all = [
      ...parallels.map((at) => ({ text: degrees(at, north), x: 0, y: map.latLngToContainerPoint([at, lng]).y })),
      ...meridians.map((at) => ({ text: degrees(at, east, true), x: map.latLngToContainerPoint([lat, at]).x, y: null })),
    ];
    return write(all.map(({ text }) => text)).map((word, i) => {
      const { offsetWidth: w, offsetHeight: h } = word;
      const { x, y } = all[i];
      return { word, box: { x: x + BESIDE, y: y === null ? ABOVE : y - h - ABOVE, w, h } };
    });
  };

  // Writes them anew whenever the words of the map have their places, which come before them.
  L.journey.degrees = (stage) => {
    const { map } = stage;
    const pane = L.journey.pane(stage, "degrees", 630);
    /** @type {HTMLElement[]} */
    const made = [];
    const write = (/** @type {string[]} */ texts) => {
      const words = texts.map((text, i) => {
        made[i] ||= element("div", "jm-label jm-degree");
        made[i].textContent = text;
        return made[i];
      });
      pane.replaceChildren(...words);
      return words;
    };
    stage.on(map, "journey:placed", (event) => {
      const taken = /** @type {{taken: Box[]}} */ (/** @type {unknown} */ (event)).taken.slice();
      const { x, y } = map.getSize();
      const free = wanted(stage, write).filter(({ box }) => {
        const inside = box.x >= 0 && box.y >= 0 && box.x + box.w <= x && box.y + box.h <= y;
        if (!inside || taken.some((other) => overlap(box, other, APART))) return false;
        taken.push(box);
        return true;
      });
      const origin = map.containerPointToLayerPoint([0, 0]);
      pane.replaceChildren(...free.map(({ word, box }) => {
        L.DomUtil.setPosition(word, L.point(Math.round(box.x), Math.round(box.y)).add(origin).round());
        return word;
      }));
    });
    stage.on(map, "zoomstart", () => pane.replaceChildren());
  };
})(window.L);
