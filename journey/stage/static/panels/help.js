/* What the keys do. */
// needs: core/actions core/node panels/button panels/guard
/** @typedef {{help: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  const { node } = L.journey;
  const KEYS = [
    ["help.space", "help.play"], ["← →", "help.step"], ["1 – 9", "help.pick"], ["Home End", "help.ends"], ["0", "help.whole"],
    ["+ −", "help.zoom"], ["f", "help.screen"], ["Esc", "help.close"], ["?", "help.help"],
  ];

  L.journey.help = (stage) => {
    const { box, words } = stage;
    const root = L.journey.guard(node("div", "jm-help"));
    root.setAttribute("role", "dialog");
    root.setAttribute("aria-label", words["help.title"]);
    const shut = L.journey.button(stage, "×", words["map.close"], () => stage.act(L.journey.actions.unfold, "help", false));
    const list = node("dl");
    KEYS.forEach(([key, name]) => {
      const term = node("dt");
      term.append(node("kbd", "", words[key] || key));
      list.append(term, node("dd", "", words[name]));
    });
    root.append(shut, node("h2", "", words["help.title"]), list);
    stage.put("help", root);
    /** @type {Element | null} */
    let held = null; // what had the focus
    stage.watch("paint", ({ open }) => open.help, (open, before) => {
      if (open) held = document.activeElement;
      root.hidden = !open;
      if (open) shut.focus({ preventScroll: true });
      else if (before) (held instanceof HTMLElement && held.isConnected ? held : box).focus({ preventScroll: true });
    });
  };
})(window.L);
