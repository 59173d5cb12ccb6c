/* From where to where a leg leads, in one line. */
// needs: arithmetic/isolated
/** @typedef {{fromto: (leg: Pick<Leg, "from" | "to">) => string}} Gives */
(function (L) {
  "use strict";

  const { isolated } = L.journey;

  L.journey.fromto = ({ from, to }) => `${isolated(from)} – ${isolated(to)}`;
})(window.L);
