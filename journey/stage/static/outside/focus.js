/* The focus, when what has it goes away. */
/** @typedef {{focus: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  // Gives it to the map, where else it would be lost to the page. To be made after all parts that hide anything.
  L.journey.focus = ({ box, on, watch }) => {
    /** @type {Element | null} */
    let held = null;
    on(box, "focusin", ({ target }) => { held = target; });
    watch("paint", (state) => state, () => {
      if (!held || (held.isConnected && !held.closest("[hidden]"))) return;
      const { activeElement } = document;
      if (activeElement === held || activeElement === document.body) box.focus({ preventScroll: true });
      held = null;
    });
  };
})(window.L);
