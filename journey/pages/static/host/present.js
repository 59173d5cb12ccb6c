/* Adds the lesson to the stage of the page, once the stage has been drawn. */
// needs: host/presenter host/story
/** @typedef {{present: Promise<{toggle(): void} | null>}} Gives */
(function (L) {
  "use strict";

  /** @param {string} id */
  const read = (id) => JSON.parse(document.getElementById(id)?.textContent || "");
  // The frame that shows the map comes first.
  const shown = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));

  L.journey.present = L.journey.story.then(async (map) => {
    await shown();
    const stage = map.journey?.stage;
    return stage ? stage.part(L.journey.presenter, read("lesson-data")) : null; // Without one there is no story to tell.
  });
})(window.L);
