/* The map's element as a named region with the keyboard, and what style sheets have to know of the state. */
// needs: arithmetic/extent arithmetic/fill core/actions
/** @typedef {{region: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  const CLASSES = ["jm-stage", "jm-begun", "jm-open", "jm-low"];
  const { LOW } = L.journey.extent; // below which the panels fold to what is needed

  L.journey.region = (stage) => {
    const { box } = stage;
    const title = L.journey.fill(stage.words["map.aria"], { title: stage.tale.data.title });
    const marks = { role: "region", "aria-label": title, tabindex: "0" };
    Object.entries(marks).forEach(([name, value]) => box.setAttribute(name, value));
    box.classList.add("jm-stage");
    stage.add(() => {
      box.classList.remove(...CLASSES);
      [...Object.keys(marks), "data-drawn", "data-named", "data-text"].forEach((name) => box.removeAttribute(name));
      ["--aside", "--under"].forEach((name) => box.style.removeProperty(name));
    });
    const measure = () => box.classList.toggle("jm-low", box.clientHeight < LOW);
    stage.on(stage.map, "resize", measure);
    stage.watch("paint", ({ drawn }) => drawn === "none", measure);
    stage.watch("paint", (state, { begun }) => begun, (yes) => box.classList.toggle("jm-begun", yes));
    stage.watch("paint", ({ leg, text }) => leg !== null && text === null, (yes) => box.classList.toggle("jm-open", yes));
    // The panels stand beside the page's text before the camera and the names ask where they are.
    stage.watch("paint", ({ text }) => text, (text) => {
      const { aside, under } = stage.view();
      if (text) box.dataset.text = under ? "under" : "aside";
      else delete box.dataset.text;
      box.style.setProperty("--aside", `${aside}px`);
      box.style.setProperty("--under", `${under}px`);
    });
    // Said when route, land and the journey's own words are on screen: after the frame that shows them.
    stage.watch("tell", ({ drawn }) => drawn, (drawn) => {
      if (drawn === "named") box.dataset.named = "true";
      if (drawn === "basemap") {
        stage.frame(() => stage.after(0, () => {
          box.dataset.drawn = "true";
          stage.act(L.journey.actions.drawn, "seen");
        }));
      }
    });
  };
})(window.L);
