/* The polite voice that says each new leg and each wait to screen readers. */
// needs: arithmetic/fill core/element
/** @typedef {{voice: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  // The words of a leg in one sentence, for those who hear the story.
  /** @type {(leg: Leg, mode: Mode, words: Words) => string} */
  const sentence = (leg, mode, words) => {
    /** @type {(key: string) => string} */
    const said = (key) => (leg.facts.find((fact) => fact.key === key) || { said: words["leg.unknown_duration"] }).said;
    return L.journey.fill(words["itinerary.leg"], {
      mode: mode.name, start: leg.from, end: leg.to, duration: said("duration"), distance: said("distance"),
    });
  };

  L.journey.voice = (stage) => {
    const { words, tale: { legs, data } } = stage;
    const root = L.journey.element("p", "jm-voice");
    root.setAttribute("role", "status");
    stage.box.append(root);
    stage.add(() => root.remove());
    stage.watch("tell", ({ leg }) => leg, (leg) => {
      root.textContent = leg === null ? "" : sentence(legs[leg], data.modes[legs[leg].mode], words);
    });
    stage.watch("tell", (state, { wait }) => wait, (wait) => {
      if (wait) root.textContent = wait.said;
    });
  };
})(window.L);
