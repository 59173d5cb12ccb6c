/* Guesses on the map, once the answer is told: directions as arrows from where the leg starts, distances along the drawn line. */
// needs: arithmetic/along arithmetic/measure arithmetic/tally core/element element/shape
/** @typedef {{markers: (lesson: Lesson) => void}} Gives */
(function (L) {
  "use strict";

  const { along, element, measure, shape, tally } = L.journey;
  const LONG = 150; // pixels of an arrow
  const NAMED = 6; // guesses, beyond which they are drawn without their numbers

  /** @typedef {{at: Point, icon: L.Icon}} Mark */

  // An arrow in a direction in degrees clockwise from north; on a Mercator map directions are true at each place.
  /** @type {(degrees: number, kind: string) => L.Icon} */
  const arrow = (degrees, kind) => {
    const svg = shape("svg", { class: `cl-arrow ${kind}`, viewBox: `${-LONG} ${-LONG} ${2 * LONG} ${2 * LONG}`, width: 2 * LONG, height: 2 * LONG, "aria-hidden": "true" });
    const way = `M0 0V${-LONG + 16}M-9 ${-LONG + 22}L0 ${-LONG + 6}L9 ${-LONG + 22}`;
    const turned = shape("g", { transform: `rotate(${degrees})` });
    turned.append(shape("path", { class: "cl-halo", d: way }), shape("path", { d: way }));
    svg.append(turned);
    return L.divIcon({ className: "cl-onmap", html: svg, iconSize: [2 * LONG, 2 * LONG] });
  };
  /** @type {(text: string, kind: string) => L.Icon} */
  const flag = (text, kind) => {
    const box = element("span", `cl-flag ${kind}`);
    box.append(element("span", "cl-pin"), element("span", "cl-flag-text", text));
    return L.divIcon({ className: "cl-onmap", html: box, iconSize: [0, 0] });
  };

  /** @type {(guess: Guess, start: Point, numbers: number[]) => Mark[]} */
  const directions = ({ least, most }, start, numbers) => [
    ...numbers.map((degrees) => ({ at: start, icon: arrow(degrees, "cl-theirs") })),
    ...(least !== null && least === most ? [{ at: start, icon: arrow(least, "cl-known") }] : []),
  ];

  // Flags stand at so many of the guess's units from the start of the leg; a name to the left of its pin in the right half of
  // the map.
  /** @type {(stage: Stage, guess: Guess, leg: number, numbers: number[]) => Mark[]} */
  const distances = ({ map, tale: { data, legs } }, { unit, least, fact }, leg, numbers) => {
    const tell = measure.teller(data.locale, unit);
    /** @type {(value: number, text: string, kind: string) => Mark[]} */
    const mark = (value, text, kind) => {
      const km = along.passed(legs, leg, value * (measure.KM[unit] || 0));
      if (km === null) return [];
      const at = along.place(legs, km);
      const left = map.latLngToContainerPoint(at).x > map.getSize().x / 2;
      return [{ at, icon: flag(text, left ? `${kind} cl-left` : kind) }];
    };
    const theirs = numbers.flatMap((value) => mark(value, numbers.length > NAMED ? "" : tell(value), "cl-theirs"));
    return [...theirs, ...(least !== null && fact ? mark(least, fact.said, "cl-known") : [])];
  };

  L.journey.markers = ({ stage, view, watch }) => {
    /** @type {(() => void)[]} */
    let shown = [];
    const marks = () => {
      const { question, guesses, told } = view();
      if (!told || !question?.guess) return [];
      const leg = Math.max(0, stage.tale.legs.findIndex(({ id }) => id === question.leg));
      const numbers = tally.numbers(guesses);
      if (question.guess.of === "direction") return directions(question.guess, stage.tale.legs[leg].points[0], numbers);
      return question.guess.of === "distance" ? distances(stage, question.guess, leg, numbers) : [];
    };
    const draw = () => {
      shown.forEach((remove) => remove());
      shown = marks().map(({ at, icon }) => {
        const marker = L.marker(at, { icon, interactive: false, keyboard: false, pane: "vehicle" }).addTo(stage.map);
        return stage.add(() => marker.remove());
      });
    };
    watch((_, { told, guesses }) => told && guesses, draw);
    stage.on(stage.map, "moveend", draw);
  };
})(window.L);
