/* The way as it lies over a place at home. */
// needs: arithmetic/boxes arithmetic/kilometres core/element element/pinned
/** @typedef {{overlay: (lesson: Lesson, race: Race) => void}} Gives */
(function (L) {
  "use strict";

  const { boxes, element, kilometres, pinned } = L.journey;
  const WEIGHT = 5; // pixels
  const ABOVE = 1000; // all pixels of a map, by which names lie above the lines of their pane

  // A dot with a name, on the map.
  /** @type {(stage: Stage, at: Point, name: string) => HTMLElement} */
  const mark = (stage, at, name) => {
    const box = element("span", "cl-runner cl-laid");
    box.append(element("span", "cl-runner-dot"), element("span", "cl-flag-text", name));
    pinned(stage, at, box, ABOVE);
    return box;
  };

  // Puts each name where neither a panel is nor another mark, and off the way where that can be; or nowhere, if there is no such room.
  /** @type {(stage: Stage, marks: HTMLElement[], lines: readonly Point[][], first: number) => void} */
  const place = ({ box: whole, map, rects }, marks, lines, first) => {
    const inside = boxes.inside(whole.getBoundingClientRect());
    const { x: w, y: h } = map.getSize();
    const frame = { x: 0, y: 0, w, h };
    const rect = (/** @type {Element | null} */ one) => inside(/** @type {Element} */ (one).getBoundingClientRect());
    const taken = boxes.filled([...rects().map(inside), ...marks.map((one) => rect(one.firstElementChild))]);
    const way = boxes.filled(lines.flatMap((line) => boxes.beads(line.map((at) => map.latLngToContainerPoint(at)), frame)));
    marks.forEach((one, i) => {
      /** @param {number} stand */
      const put = (stand) => {
        one.classList.toggle("cl-left", Boolean(stand & 1));
        one.classList.toggle("cl-up", Boolean(stand & 2));
      };
      const stands = [0, 1, 2, 3].map((turn) => {
        const stand = (i ? first : 3 - first) ^ turn;
        put(stand);
        return { stand, box: rect(one.lastElementChild) };
      });
      const free = stands.filter(({ box }) => boxes.within(box, frame) && !taken.hits(box));
      const { stand, box } = free.find((one) => !way.hits(one.box)) || free[0] || stands[0];
      one.classList.toggle("cl-bare", !free.length);
      put(stand);
      taken.add(box);
    });
  };

  // Its legs in their colours, with where it would start and end, and where else it ends by others: how far off, once that may be told.
  /** @type {(lesson: Lesson, race: Race) => void} */
  const drawn = ({ stage, words }, race) => {
    const { run, home, laid, outline } = race.view();
    if (!laid || !home) return;
    const { map, view, tale: { data: { locale } } } = stage;
    const far = (/** @type {[number, number, string]} */ [east, north, name]) =>
      (race.held() ? name : `${name}, ${kilometres(locale, Math.hypot(east, north))}`);
    laid.lines.forEach((line, i) => {
      const made = L.polyline(line, { color: view().colour(run[i].mode), weight: WEIGHT, interactive: false, pane: "vehicle" }).addTo(map);
      stage.add(() => made.remove());
    });
    const { end } = laid;
    const marks = [
      mark(stage, home, words["class.home_here"]), mark(stage, end, run[run.length - 1].to),
      ...laid.others.map((at, i) => mark(stage, at, far(outline.others[i]))),
    ];
    // The names lie beyond the ends of the way, and reach inward from them, where the map has room.
    const put = () => place(stage, marks, laid.lines, Number(end[1] > home[1]) + 2 * Number(end[0] > home[0]));
    stage.on(map, "moveend", put);
    put();
  };

  L.journey.overlay = (lesson, race) => {
    const { stage } = lesson;
    const { classList } = document.documentElement;
    let now = { remove: () => {} };
    const draw = () => {
      now.remove();
      classList.toggle("cl-at-home", race.view().laid !== null);
      now = lesson.part(drawn, race);
    };
    race.watch(stage, (_, { laid }) => laid, draw);
    stage.watch("tell", ({ theme, hushed }) => [theme, ...hushed].join(), (_, before) => { if (before !== undefined) draw(); });
    stage.add(() => classList.remove("cl-at-home"));
  };
})(window.L);
