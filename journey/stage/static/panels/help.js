/* What the keys do. */
// needs: core/node panels/panels
(function (L) {
  "use strict";

  const { node } = L.journey;
  const KEYS = [
    ["help.space", "help.play"], ["← →", "help.step"], ["1 – 9", "help.pick"], ["Home End", "help.ends"], ["0", "help.whole"],
    ["+ −", "help.zoom"], ["f", "help.screen"], ["Esc", "help.close"], ["?", "help.help"],
  ];

  // Options: words. Returns {element, toggle(), close() whether it was open, remove()}.
  L.journey.help = (map, { words }) => {
    const { guard, button } = L.journey.panels;
    const root = guard(node("div", "jm-help"));
    root.hidden = true;
    root.setAttribute("role", "dialog");
    root.setAttribute("aria-label", words["help.title"]);
    let before = null; // what had the focus
    const close = () => {
      if (root.hidden) return false;
      root.hidden = true;
      (before && before.isConnected ? before : map.getContainer()).focus({ preventScroll: true });
      return true;
    };
    const shut = button("×", words["map.close"], close);
    const list = node("dl");
    KEYS.forEach(([key, name]) => {
      const term = node("dt");
      term.append(node("kbd", "", words[key] || key));
      list.append(term, node("dd", "", words[name]));
    });
    root.append(shut, node("h2", "", words["help.title"]), list);
    map.getContainer().appendChild(root);
    return {
      element: root,
      close,
      toggle: () => {
        if (close()) return;
        before = document.activeElement;
        root.hidden = false;
        shut.focus({ preventScroll: true });
      },
      remove: () => root.remove(),
    };
  };

  // Fills the screen with the element, or gives it back.
  L.journey.screen = (element) => {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (document.fullscreenEnabled) element.requestFullscreen().catch(() => { /* The viewer's browser said no. */ });
  };
})(window.L);
