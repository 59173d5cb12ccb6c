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
  const TRAVELLER = 42; // pixels: height of the travellers' sign, which covers names
  const LEGEND = { w: 200, h: 78 }; // pixels: the corner of what is seen in which names would lie under the legend's button

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

  // Where each of them stands, in pixels, and its name.
  /** @typedef {{x: number, y: number, said: HTMLElement}} Spot */

  // Puts the names one below another as those stand who have them, clear of the travellers before them and of the legend.
  /** @type {(spots: Spot[], traveller: {x: number, y: number}, seen: Box) => void} */
  const arrange = (spots, traveller, seen) => {
    const covers = spots.some(({ x, y }) => traveller.x > x + 9 && traveller.x < x + LEGEND.w && Math.abs(traveller.y - y) < TRAVELLER);
    /** @type {{y: number, h: number, said?: HTMLElement, off?: number}[]} */
    const rows = [...spots.map((spot) => ({ ...spot, h: ROW })), ...(covers ? [{ y: traveller.y, h: TRAVELLER }] : [])];
    rows.sort((one, other) => one.y - other.y);
    let sum = 0;
    for (const row of rows) {
      row.off = sum + row.h / 2;
      sum += row.h;
    }
    const middle = rows.find(({ said }) => !said)?.off ?? sum / 2;
    const last = rows[rows.length - 1];
    const low = last.y + (last.off || 0) - middle - (seen.y + seen.h - LEGEND.h);
    const up = low > 0 && spots.some(({ x }) => x < LEGEND.w) ? low : 0;
    for (const { said, off = 0 } of rows) if (said) said.style.top = `${(off - middle - up).toFixed(1)}px`;
  };

  // One of them, with its name; at the edge, with an arrow and how far it is before the travellers or behind them, where the view
  // does not reach to where it is.
  /** @type {(lesson: Lesson, race: Race, panel: RacePanel, racer: Racer, spots: Spot[]) => void} */
  const runner = ({ stage, words }, race, panel, racer, spots) => {
    const { map, tale: { legs, data: { locale } } } = stage;
    const { start } = race.view();
    const box = element("span", "cl-runner");
    const [arrow, said] = [element("span", "cl-runner-arrow"), element("span", "cl-flag-text")];
    const spot = { x: 0, y: 0, said };
    spots.push(spot);
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
      Object.assign(spot, { x: stand.x, y: stand.y });
      arrange(spots, map.latLngToContainerPoint(place.at), seen);
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
      /** @type {Spot[]} */
      const spots = [];
      now = same.map((racer) => lesson.part(runner, race, panel, racer, spots));
    });
  };
})(window.L);
