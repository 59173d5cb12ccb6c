/* The step that is told, marked in the text, and its number. */
/** @typedef {{told: (stage: Stage, list: HTMLElement) => void}} Gives */
(function (L) {
  "use strict";

  L.journey.told = (stage, list) => {
    const items = list.getElementsByTagName("li");
    const count = document.getElementById("count");
    const said = count?.dataset.said || "";
    stage.watch("paint", (state, { step }) => step, (step, before) => {
      [before, step].forEach((i) => {
        const item = items[i ?? -1];
        if (!item) return;
        item.toggleAttribute("data-told", i === step);
        if (i === step) item.setAttribute("aria-current", "step");
        else item.removeAttribute("aria-current");
      });
      if (count) count.textContent = step === null ? "" : said.replace("{number}", String(step + 1));
    });
  };
})(window.L);
