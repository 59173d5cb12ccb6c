/* Adds the lesson to the stage of the page, once the stage has been drawn. */
// needs: host/adapter host/presenter host/story
/** @typedef {{present: Promise<{toggle(): void} | null>}} Gives */
(function (L) {
  "use strict";

  /** @param {string} id */
  const read = (id) => JSON.parse(document.getElementById(id)?.textContent || "");
  // The frame that shows the map comes first.
  const shown = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));

  L.journey.present = L.journey.story.then(async (map) => {
    await shown();
    if (!map.journey?.seek) return null; // There is no story to tell.
    const stage = map.journey.stage || L.journey.adapter(map, read("told").journey);
    return stage.part(L.journey.presenter, read("taught"));
  });
})(window.L);
