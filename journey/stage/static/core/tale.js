/* What never changes while a stage is open: the journey, and what follows from it alone. */
// needs: arithmetic/clock arithmetic/pace
/** @typedef {{tale: (data: Data) => Tale}} Gives */
(function (L) {
  "use strict";

  const { pace } = L.journey;

  // What a leg's card tells of a stop.
  /** @type {(stop: Stop) => string[]} */
  const told = ({ name, facts = [], note = "" }) =>
    (facts.length || note ? [name, ...facts.flatMap(({ label, said }) => [label, said]), note] : []);

  // Milliseconds that it takes to read a leg's card.
  /** @type {(leg: Leg, words: Words) => number} */
  const reading = ({ text, jump, unknown, stops }, words) => {
    const onTheWay = stops.flatMap(told);
    const all = [text, jump, ...unknown, ...onTheWay, onTheWay.length ? words["card.stops"] : ""];
    return pace.reading(all.join(" ").split(/\s+/).length);
  };

  // Where a part of a leg begins and ends in a division; a leg whose way takes no time that is known has its whole place.
  /** @type {(division: import("../arithmetic/division.js").Division, leg: number, from: number, to: number) => [number, number]} */
  const range = (division, leg, from, to) => {
    const [start, end] = from < to ? [from, to] : [0, 1];
    return [division.of({ leg, part: start }), division.of({ leg, part: end })];
  };

  // Data as the wire gives it, with its legs unpacked.
  L.journey.tale = (data) => {
    const { legs, closeUp } = data;
    const divisions = { story: pace.story(legs), truth: pace.truth(legs), bar: pace.division(data.diagram.shares) };
    let gone = 0;
    /** @type {ReturnType<typeof L.journey.clock> | null} */
    let tell = null; // made when it is first asked, for the formats of a language take their time
    return Object.freeze(/** @type {Tale} */ ({
      data,
      legs,
      divisions,
      rides: legs.map(({ ride: [from, to] }, leg) => ({
        above: range(divisions.story, leg, from, to), below: range(divisions.bar, leg, from, to),
      })),
      starts: legs.map(({ span }) => (gone += span) - span),
      turn: pace.turn(legs.length),
      reads: legs.map((leg) => reading(leg, data.words)),
      say: (now) => (tell ||= L.journey.clock(data))(now),
      close: closeUp ? legs.findIndex(({ id }) => id === closeUp.leg) : -1,
    }));
  };
})(window.L);
