/* What the keys do, and on a screen that is touched what fingers do. */
// needs: core/actions core/element core/modifier panels/button panels/guard
/** @typedef {{help: (stage: Stage, said: () => string) => void}} Gives */
(function (L) {
  "use strict";

  const { element } = L.journey;
  const KEYS = [
    ["help.space", "help.play"], ["← →", "help.step"], ["help.arrows", "help.pan"], ["1 – 9", "help.pick"], ["Home End", "help.ends"], ["0", "help.whole"],
    ["+ −", "help.zoom"], ["help.wheel", "help.zoom"], ["f", "help.screen"], ["Esc", "help.close"], ["?", "help.help"],
  ];
  const FINGERS = [["help.two", "help.move"], ["help.tap", "help.tell"], ["help.swipe", "help.turn"], ["help.drag", "help.time"]];

  // Turns the keys of one letter, digit or sign off, for whom they stand in the way of speech or of an unsteady hand.
  /** @type {(stage: Stage) => HTMLElement} */
  const spelling = (stage) => {
    const [made, box] = [element("label"), element("input")];
    box.type = "checkbox";
    made.append(box, ` ${stage.words["help.letters"]}`);
    stage.on(box, "change", () => stage.act(L.journey.actions.spell, box.checked));
    stage.watch("paint", ({ letters }) => letters, (letters) => { box.checked = letters; });
    return made;
  };

  // Below stands what the scale says, `said`.
  L.journey.help = (stage, said) => {
    const { box, words } = stage;
    const touched = window.matchMedia("(hover: none)").matches;
    const title = words[touched ? "help.fingers" : "help.title"];
    const root = L.journey.guard(element("div", "jm-help"));
    root.setAttribute("role", "dialog");
    root.setAttribute("aria-label", title);
    const shut = L.journey.button(stage, "×", words["map.close"], () => stage.act(L.journey.actions.unfold, "help", false));
    const list = element("dl");
    (touched ? FINGERS : KEYS).forEach(([key, name]) => {
      const term = element("dt");
      term.append(element("kbd", "", L.journey.modifier(words[key] || key)));
      list.append(term, element("dd", "", words[name]));
    });
    const scale = element("p");
    root.append(shut, element("h2", "", title), list, ...(touched ? [] : [spelling(stage)]), scale);
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
