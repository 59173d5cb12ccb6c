/* What the keys do. */
// needs: core/actions core/element panels/button panels/guard
/** @typedef {{help: (stage: Stage, said: () => string) => void}} Gives */
(function (L) {
  "use strict";

  const { element } = L.journey;
  const KEYS = [
    ["help.space", "help.play"], ["← →", "help.step"], ["1 – 9", "help.pick"], ["Home End", "help.ends"], ["0", "help.whole"],
    ["+ −", "help.zoom"], ["f", "help.screen"], ["Esc", "help.close"], ["?", "help.help"],
  ];

  // Among the keys stands what the scale says, `said`.
  L.journey.help = (stage, said) => {
    const { box, words } = stage;
    const root = L.journey.guard(element("div", "jm-help"));
    root.setAttribute("role", "dialog");
    root.setAttribute("aria-label", words["help.title"]);
    const shut = L.journey.button(stage, "×", words["map.close"], () => stage.act(L.journey.actions.unfold, "help", false));
    const list = element("dl");
    KEYS.forEach(([key, name]) => {
      const term = element("dt");
      term.append(element("kbd", "", words[key] || key));
      list.append(term, element("dd", "", words[name]));
    });
    const scale = element("p");
    root.append(shut, element("h2", "", words["help.title"]), list, scale);
    stage.put("help", root);
    /** @type {Element | null} */
    let held = null; // what had the focus
    stage.watch("paint", ({ open }) => open.help, (open, before) => {
      if (open) held = document.activeElement;
      root.hidden = !open;
      if (open) scale.textContent = said();
      if (open) shut.focus({ preventScroll: true });
      else if (before) (held instanceof HTMLElement && held.isConnected ? held : box).focus({ preventScroll: true });
    });
  };
})(window.L);
