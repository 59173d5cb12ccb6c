/* What never changes while a stage is open: the journey, and what follows from it alone. */
// needs: arithmetic/clock arithmetic/pace
/** @typedef {{tale: (data: Data) => Tale}} Gives */
(function (L) {
  "use strict";

  const { pace } = L.journey;
  const CALM = 2000; // milliseconds that a leg takes to play at the least, for the camera to go there
  const FLIGHT = 2000; // milliseconds that the camera is expected to fly there

  // Milliseconds that it takes to read the steps of each leg.
  /** @type {(legs: Leg[], steps: Telling[]) => number[]} */
  const reading = (legs, steps) => {
    if (steps[0]?.words) {
      const sums = legs.map(() => 0);
      steps.forEach(({ leg, words = 0 }) => { sums[leg] += words; });
      return sums.map(pace.reading);
    }
    /** @type {string[][]} */
    const said = legs.map(() => []);
    steps.forEach(({ leg, text, note }) => said[leg].push(text, note));
    return said.map((all) => pace.reading(all.join(" ").split(/\s+/).length));
  };

  // Milliseconds that the player rests at the end of each leg in story pacing, so that its card can be read; at the end of the
  // last one it stops. What it waits there counts as reading.
  /** @type {(legs: Leg[], story: import("../arithmetic/division.js").Division, reads: number[], turn: number) => number[]} */
  const resting = (legs, story, reads, turn) => legs.map(({ ride }, leg) => {
    const waited = ride[1] < 1 ? (story.of({ leg, part: 1 }) - story.of({ leg, part: ride[1] })) * story.weight * turn : 0;
    return leg === legs.length - 1 ? 0 : pace.resting(reads[leg] - story.shares[leg] * story.weight * turn, turn, waited);
  });

  // Where a part of a leg begins and ends in a division; a leg whose way takes no time that is known has its whole place.
  /** @type {(division: import("../arithmetic/division.js").Division, leg: number, from: number, to: number) => [number, number]} */
  const range = (division, leg, from, to) => {
    const [start, end] = from < to ? [from, to] : [0, 1];
    return [division.of({ leg, part: start }), division.of({ leg, part: end })];
  };

  // Data as the wire gives it, with its legs unpacked.
  L.journey.tale = (data) => {
    const { legs, steps, closeUp } = data;
    const divisions = { story: pace.story(legs), truth: pace.truth(legs), bar: pace.division(data.diagram.shares) };
    let gone = 0;
    const starts = legs.map(({ span }) => (gone += span) - span);
    const turn = pace.turn(legs.length);
    const lasts = { story: turn * divisions.story.weight, truth: pace.lasting(gone) };
    const rests = resting(legs, divisions.story, reading(legs, steps), turn);
    const calm = turn >= CALM;
    /** @type {ReturnType<typeof L.journey.clock> | null} */
    let tell = null; // made when it is first asked, for the formats of a language take their time
    return Object.freeze(/** @type {Tale} */ ({
      data,
      legs,
      divisions,
      ride: (division, leg) => range(divisions[division], leg, ...legs[leg].ride),
      starts,
      lasts,
      rests,
      plays: { story: rests.reduce((sum, rest) => sum + rest, lasts.story) + (calm ? legs.length * FLIGHT : 0), truth: lasts.truth },
      calm,
      steps,
      say: (now) => (tell ||= L.journey.clock(data))(now),
      close: closeUp ? legs.findIndex(({ id }) => id === closeUp.leg) : -1,
    }));
  };
})(window.L);
