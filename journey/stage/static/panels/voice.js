/* The polite voice that says each new leg and each wait to screen readers. */
// needs: arithmetic/fill arithmetic/fromto core/element
/** @typedef {{voice: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  const { fromto } = L.journey;

  // The words of a leg in one sentence, for those who hear the story; of one whose time is a secret no figures.
  /** @type {(leg: Leg, mode: Mode, words: Words, secret: boolean) => string} */
  const sentence = (leg, mode, words, secret) => {
    if (secret) return `${mode.name}: ${fromto(leg)}`;
    /** @type {(key: string) => string} */
    const said = (key) => (leg.facts.find((fact) => fact.key === key) || { said: words["leg.unknown_duration"] }).said;
    return L.journey.fill(words["itinerary.leg"], {
      mode: mode.name, start: leg.from, end: leg.to, duration: said("duration"), distance: said("distance"),
    });
  };

  L.journey.voice = (stage) => {
    const { now, words, tale: { legs, data } } = stage;
    const { arrived, totals } = data.ending;
    const root = L.journey.element("p", "jm-voice");
    root.setAttribute("role", "status");
    stage.box.append(root);
    stage.add(() => root.remove());
    stage.watch("tell", ({ leg }) => leg, (leg) => {
      root.textContent = leg === null ? "" : sentence(legs[leg], data.modes[legs[leg].mode], words, now().hushed.includes(leg));
    });
    stage.watch("tell", ({ over }) => over === "end", (ends) => {
      if (ends) root.textContent = [arrived, ...(now().hushed.length ? [] : totals)].map(({ said }) => said).join(". ");
    });
    stage.watch("tell", (state, { wait }) => wait, (wait) => {
      if (wait && !now().hushed.length) root.textContent = wait.said;
    });
  };
})(window.L);
