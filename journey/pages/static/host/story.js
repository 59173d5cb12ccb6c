/* Opens the stage on the story page, with all it needs out of the page itself. */
// needs: core/scope host/open
/** @typedef {{story: Promise<L.Map>}} Gives */
(function (L) {
  "use strict";

  const LEAST = 100; // pixels of width from which there is something to see
  const box = /** @type {HTMLElement} */ (document.getElementById("stage"));
  const scope = L.journey.scope();

  const open = () => {
    const { options, journey, base } = JSON.parse(document.getElementById("journey-data")?.textContent || "");
    const map = L.map(box, options).setView([0, 0], 3);
    L.journey.open(map, journey, base);
    L.journey.map = map;
    // A leg's title shows the leg on the map, whichever the stage had chosen.
    scope.on(document, "click", ({ target }) => {
      const title = target.closest("[data-leg]");
      if (!title) return;
      map.journey?.goTo(null);
      map.journey?.goTo(title.dataset.leg);
      box.scrollIntoView({ block: "end" });
      box.focus({ preventScroll: true });
    });
    return map;
  };

  // The map, once the stage is open on it. A frame of another page may be hidden at first, or not have its size yet.
  L.journey.story = new Promise((resolve) => {
    if (box.clientWidth >= LEAST) resolve(open());
    else {
      const stop = scope.observe(box, () => {
        if (box.clientWidth < LEAST) return;
        stop();
        resolve(open());
      });
    }
  });
})(window.L);
