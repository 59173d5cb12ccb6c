/* The answer on the map once it is told, with the guess in the middle and the nearest one: directions as arrows from where the leg
 * starts, distances along the drawn line; a time by where they were after it, a speed by how far it leads in the time that is known. */
// needs: arithmetic/along arithmetic/measure arithmetic/rose arithmetic/tally element/shape guess/flags guess/verdict
/** @typedef {import("./flags.js").Mark} Mark
 * @typedef {{markers: (lesson: Lesson) => void}} Gives */
(function (L) {
  "use strict";

  const { along, flags, measure, rose, shape, tally } = L.journey;
  const LONG = 150; // pixels of an arrow
  const LINE = 17; // pixels from a line of words to the next


  // An arrow in a direction in degrees clockwise from north, with words at its end; on a Mercator map directions are true at each place.
  /** @type {(degrees: number, kind: string, text: string) => L.Icon} */
  const arrow = (degrees, kind, text) => {
    const svg = shape("svg", { class: `cl-arrow cl-${kind === "answer" ? "known" : kind}`, viewBox: `${-LONG} ${-LONG} ${2 * LONG} ${2 * LONG}`, width: 2 * LONG, height: 2 * LONG });
    const way = `M0 0V${-LONG + 16}M-9 ${-LONG + 22}L0 ${-LONG + 6}L9 ${-LONG + 22}`;
    const turned = shape("g", { transform: `rotate(${degrees})` });
    turned.append(shape("path", { class: "cl-halo", d: way }), shape("path", { d: way }));
    const [x, y] = rose.tip(0, degrees, LONG + 4);
    const anchor = Math.abs(x) < 30 ? "middle" : x > 0 ? "start" : "end";
    const first = y + (kind === "middle" ? 16 : kind === "nearest" ? -8 : 5);
    svg.append(turned, ...text.split("\n").map((line, i) => shape("text", { x, y: first + i * LINE, "text-anchor": anchor }, line)));
    return L.divIcon({ className: "cl-onmap", html: svg, iconSize: [2 * LONG, 2 * LONG] });
  };

  // The place of a value of what is guessed, from the start of a leg; null where there is none on the route.
  /** @type {(legs: Leg[], guess: Guess, leg: number) => (value: number) => Point | null} */
  const placer = (legs, { of, unit, value: known, most }, leg) => (value) => {
    if (of === "duration") return along.after(legs, leg, value * (measure.S[unit] || 0));
    const whole = of === "speed" && known && most !== null ? (value / known) * legs[leg].drawn : null;
    const km = along.passed(legs, leg, of === "speed" ? whole ?? Infinity : value * (measure.KM[unit] || 0));
    return km === null ? null : along.place(legs, km);
  };

  // What stands at one value, said together; what lies between two stands nowhere, but for the answer.
  /** @type {(rows: import("./verdict.js").VerdictRow[], guess: Guess) => {kind: string, value: number, text: string}[]} */
  const joined = (rows, { most, value }) => {
    /** @type {Map<number, {kind: string, value: number, text: string}>} */
    const found = new Map();
    rows.forEach(({ kind, range: [low, high], text }) => {
      const at = kind === "answer" && most !== null ? value ?? low : low;
      const same = found.get(at);
      if (same) same.text += `\n${text}`;
      else if (kind === "answer" || low === high) found.set(at, { kind, value: at, text });
    });
    return [...found.values()];
  };

  L.journey.markers = (lesson) => {
    const { stage, now, view, watch } = lesson;
    const { map, tale: { legs } } = stage;
    /** @type {(() => void)[]} */
    let shown = [];
    /** @type {() => Mark[]} */
    const marks = () => {
      const { question, guesses, told } = view();
      const guess = question?.guess;
      if (!told || !question || !guess || now().comparing) return [];
      const leg = Math.max(0, legs.findIndex(({ id }) => id === question.leg));
      const { rows } = L.journey.verdict(lesson, guess);
      const exact = joined(rows, guess);
      if (guess.of === "direction") return exact.map(({ kind, value, text }) => ({ at: legs[leg].points[0], icon: arrow(value, kind, text) }));
      const place = placer(legs, guess, leg);
      /** @type {(value: number, kind: string, text: string) => Mark[]} */
      const mark = (value, kind, text) => {
        const at = place(value);
        return at ? [flags.made(map, at, text, kind)] : [];
      };
      const each = [...new Set(tally.numbers(guesses))].flatMap((value) => mark(value, "theirs", ""));
      // The answer lies over the others.
      return [...each, ...exact.reverse().flatMap(({ kind, value, text }) => mark(value, kind, text))];
    };
    const draw = () => {
      shown.forEach((remove) => remove());
      const found = marks();
      shown = found.map(({ at, icon }) => {
        const marker = L.marker(at, { icon, interactive: false, keyboard: false, pane: "vehicle" }).addTo(map);
        return stage.add(() => marker.remove());
      });
      flags.arrange(stage, found.flatMap(({ flag }) => flag || []).reverse());
      map.fire("journey:marked");
    };
    watch(({ comparing }, { told, guesses }) => told && !comparing && guesses, draw);
    stage.on(map, "moveend", draw);
  };
})(window.L);
