/* What the button of a leg is called. Free of the DOM. */
// needs: arithmetic/fromto arithmetic/isolated
/** @typedef {{called: (words: Words, leg: Pick<Leg, "name" | "from" | "to" | "brief">, secret?: boolean) => {title: string, label: string}}} Gives */
(function (L) {
  "use strict";

  const { fromto, isolated } = L.journey;

  // To who points at it, and to who hears it, with its time unless that is a secret.
  L.journey.called = (words, leg, secret) => ({
    title: `${isolated(leg.name)}: ${fromto(leg)}`,
    label: `${secret ? "" : `${leg.brief || words["leg.unknown_duration"]} `}${fromto(leg)}: ${leg.name}`,
  });
})(window.L);
