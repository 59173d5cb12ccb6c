/* The zoom ladder: the whole route, this leg, the view from near, and the way back to the story; closer and farther. */
// needs: core/actions core/element map/zoom panels/button panels/guard panels/screen
/** @typedef {{ladder: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  const { button, element } = L.journey;

  // What leads closer, farther, to the full screen and to the keys.
  /** @type {(stage: Stage) => HTMLElement} */
  const zooming = (stage) => {
    const { map, words } = stage;
    const group = L.journey.guard(element("div", "jm-group jm-zoom"));
    const [closer, farther] = [
      button(stage, "+", words["map.zoom_in"], () => L.journey.zoom(stage, 1)),
      button(stage, "−", words["map.zoom_out"], () => L.journey.zoom(stage, -1)),
    ];
    stage.on(map, "zoomend zoomlevelschange", () => {
      // One that is disabled would lose the focus.
      closer.setAttribute("aria-disabled", String(map.getZoom() >= map.getMaxZoom()));
      farther.setAttribute("aria-disabled", String(map.getZoom() <= map.getMinZoom()));
    });
    group.append(closer, farther);
    if (document.fullscreenEnabled) {
      const screen = button(stage, "⤢", words["map.screen"], () => L.journey.screen(stage.box));
      screen.classList.add("jm-screen");
      group.append(screen);
    }
    const asked = words[window.matchMedia("(hover: none)").matches ? "help.fingers" : "help.title"];
    group.append(button(stage, "?", asked, () => stage.act(L.journey.actions.unfold, "help")));
    return group;
  };

  L.journey.ladder = (stage) => {
    const { words, tale: { data } } = stage;
    const { aim, back } = L.journey.actions;
    const root = L.journey.guard(element("div", "jm-ladder"));
    const rungs = element("div", "jm-group");
    /** @type {[Rung, string][]} */
    const names = [["whole", words["map.whole"]], ["leg", words["map.leg"]]];
    if (data.closeUp) names.push(["close", data.closeUp.name]);
    const made = names.map(([rung, name]) => button(stage, name, "", () => stage.act(aim, rung)));
    rungs.append(...made);
    const home = element("div", "jm-group jm-back");
    home.append(button(stage, words["map.back"], "", () => stage.act(back)));
    root.append(rungs, home);
    stage.put("ladder", root);
    stage.put("zoom", zooming(stage));
    stage.watch("paint", (state) => state.aim.to, (to) => made.forEach((one, i) => one.setAttribute("aria-pressed", String(names[i][0] === to))));
    stage.watch("paint", (state, { held }) => held, (held) => { home.hidden = held; });
  };
})(window.L);
