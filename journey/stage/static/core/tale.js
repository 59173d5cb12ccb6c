/* What never changes while a stage is open: the journey, and what follows from it alone. */
// needs: arithmetic/clock arithmetic/pace
/** @typedef {{tale: (data: Data) => Tale}} Gives */
(function (L) {
  "use strict";

  const { pace } = L.journey;

  // Milliseconds that it takes to read a leg's card.
  /** @param {Leg} leg */
  const reading = (leg) => pace.reading([leg.text, leg.jump, ...leg.unknown].join(" ").split(/\s+/).length);

  // Data as the wire gives it, with its legs unpacked.
  L.journey.tale = (data) => {
    const { legs, closeUp } = data;
    let gone = 0;
    /** @type {ReturnType<typeof L.journey.clock> | null} */
    let tell = null; // made when it is first asked, for the formats of a language take their time
    return Object.freeze(/** @type {Tale} */ ({
      data,
      legs,
      divisions: { story: pace.story(legs), truth: pace.truth(legs), bar: pace.division(data.diagram.shares) },
      starts: legs.map(({ span }) => (gone += span) - span),
      turn: pace.turn(legs.length),
      reads: legs.map(reading),
      say: (now) => (tell ||= L.journey.clock(data))(now),
      close: closeUp ? legs.findIndex(({ id }) => id === closeUp.leg) : -1,
    }));
  };
})(window.L);
