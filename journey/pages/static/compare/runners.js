/* Those who race the travellers, on the map: each at an even speed along the journey's line, by the same clock. */
// needs: arithmetic/along arithmetic/beyond arithmetic/boxes arithmetic/fill arithmetic/kilometres arithmetic/yardstick core/element element/pinned
/** @typedef {{runners: (lesson: Lesson, race: Race, panel: RacePanel) => void}} Gives */
(function (L) {
  "use strict";

  const { along, beyond, boxes, element, fill, kilometres, pinned, yardstick } = L.journey;
  const EDGE = 14; // pixels that who is out of sight stands inside the edge of what is seen
  const BELOW = 1000; // all pixels of a map, by which they lie below the travellers
  const NAME = 38; // pixels from one of them to its name, and beside that, as in the style sheet
  const ROW = 23; // pixels from one name to the next, for all stand at one place at the start

  // What is seen of the map, in pixels.
  /** @type {(stage: Stage, panel: RacePanel) => Box} */
  const sight = (stage, panel) => {
    const { x, y } = stage.map.getSize();
    const { right, top } = stage.box.getBoundingClientRect();
    const covered = stage.box.contains(panel.root) ? panel.root.getBoundingClientRect() : null;
    const aside = covered && covered.width < x / 2 ? right - covered.left : 0;
    const above = covered && !aside ? panel.head.getBoundingClientRect().bottom - top : 0;
    return { x: EDGE, y: above + EDGE, w: x - aside - 2 * EDGE, h: y - above - stage.size("strip").h - 2 * EDGE };
  };

  // One of them, with its name; at the edge, with an arrow and how far it is before the travellers or behind them, where the view
  // does not reach to where it is.
  /** @type {(lesson: Lesson, race: Race, panel: RacePanel, racer: Racer, row: number) => void} */
  const runner = ({ stage, words }, race, panel, racer, row) => {
    const { map, tale: { legs, data: { locale } } } = stage;
    const { start } = race.view();
    const box = element("span", "cl-runner");
    const [arrow, said] = [element("span", "cl-runner-arrow"), element("span", "cl-flag-text")];
    said.style.top = `${(row * ROW).toFixed(1)}px`;
    box.append(element("span", "cl-runner-dot"), arrow, said);
    const marker = pinned(stage, legs[0].points[0], box, -BELOW);
    const put = () => {
      const { seconds, place } = stage.view();
      const km = yardstick.gone(racer, seconds - start.seconds);
      const [lat, lon] = along.place(legs, yardstick.along(start, km));
      // On the copy of the world that is in view.
      const at = L.latLng(lat, lon + 360 * Math.round((map.getCenter().lng - lon) / 360));
      const [{ x, y }, seen] = [map.latLngToContainerPoint(at), sight(stage, panel)];
      const out = !boxes.within({ x, y, w: 0, h: 0 }, seen);
      const [stand] = out ? beyond(x, y, 0, 0, seen) : [{ x, y, aim: 0 }];
      const ahead = km - yardstick.travelled(start, place.km);
      const off = fill(words[ahead < 0 ? "class.behind" : "class.ahead"], { name: racer.name, distance: kilometres(locale, Math.abs(ahead)) });
      marker.setLatLng(out ? map.containerPointToLatLng([stand.x, stand.y]) : at);
      box.classList.toggle("cl-out", out);
      box.classList.toggle("cl-left", stand.x > seen.x + seen.w / 2);
      arrow.style.transform = `rotate(${stand.aim}rad)`;
      said.style.maxWidth = `${Math.max(stand.x - seen.x, seen.x + seen.w - stand.x) - NAME}px`;
      said.textContent = out && !race.held() ? off : racer.name;
    };
    stage.watch("paint", (_, { seconds }) => seconds, put);
    stage.on(map, "move resize", put);
  };

  // All who go the same way.
  L.journey.runners = (lesson, race, panel) => {
    /** @type {{remove(): void}[]} */
    let now = [];
    race.watch(lesson.stage, (_, { leg }) => leg, () => {
      now.forEach((one) => one.remove());
      const same = race.view().racers.filter(({ other }) => !other);
      now = same.map((racer, i) => lesson.part(runner, race, panel, racer, i - (same.length - 1) / 2));
    });
  };
})(window.L);
