/* The faces that words are set in: they may arrive after the words, and have other widths. */
/** @typedef {{faces: (stage: Stage) => {wear(then: () => void): void}}} Gives */
(function (L) {
  "use strict";

  const PATIENCE = 1000; // milliseconds that faces are waited for

  // Tells the map when faces have arrived. Returns {wear(then)}, which puts on those that the page holds back, for reading them
  // takes as long as a part of the drawing, and calls then() when they are there or are too long in coming.
  L.journey.faces = (stage) => {
    const fonts = /** @type {FontFaceSet | undefined} */ (document.fonts); // which not every browser tells of
    if (fonts) stage.on(fonts, "loadingdone", () => stage.map.fire("journey:type"));
    return {
      wear: (then) => {
        const put = () => document.querySelectorAll("style[data-held]").forEach((held) => held.removeAttribute("media"));
        put();
        if (document.readyState === "loading") stage.on(document, "DOMContentLoaded", put); // Those of a long page are still on their way.
        let gone = false;
        const end = stage.add(() => { gone = true; });
        const late = stage.after(PATIENCE, () => go());
        const go = () => {
          if (gone) return;
          [end, late].forEach((act) => act());
          then();
        };
        // A face begins to load when what is set in it is laid out.
        if (stage.box.offsetWidth >= 0) Promise.resolve(fonts?.ready).then(go);
      },
    };
  };
})(window.L);
