/* Adds the lesson to the stage of the page, once the stage has been drawn. */
// needs: host/presenter host/story teacher/aside
/** @typedef {{present: Promise<{toggle(): void} | null>}} Gives */
(function (L) {
  "use strict";

  /** @param {string} id */
  const read = (id) => JSON.parse(document.getElementById(id)?.textContent || "");
  // The frame that shows the map comes first.
  const shown = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));

  // The window of the notes has these scripts, and no story.
  if (!L.journey.story) {
    L.journey.aside(JSON.parse(document.querySelector("[type='application/json']")?.textContent || ""));
    return;
  }
  L.journey.present = L.journey.story.then(async (map) => {
    await shown();
    const stage = map.journey?.stage;
    if (!stage) return null; // Without one there is no story to tell.
    const taught = read("lesson-data");
    if ("pupil" in document.documentElement.dataset) taught.said["class.present"] = taught.said["class.follow"];
    const lesson = stage.part(L.journey.presenter, taught);
    stage.on(document, "click", (event) => {
      if (!event.target.closest(".ways .present")) return;
      event.preventDefault();
      lesson.toggle();
    });
    return lesson;
  });
})(window.L);
