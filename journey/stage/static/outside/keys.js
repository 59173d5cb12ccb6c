/* The keyboard of the stage. */
(function (L) {
  "use strict";

  const NUDGE = 0.01; // of the whole, for an arrow key on the slider

  // Options: toggle, close, whole, leg(index), step(by), restart, end, zoom(by), nudge(by), screen, help, sliders.
  // Returns {remove()}.
  L.journey.keys = (container, options) => {
    const ACTS = {
      ArrowRight: (slider) => (slider ? options.nudge(NUDGE) : options.step(1)),
      ArrowLeft: (slider) => (slider ? options.nudge(-NUDGE) : options.step(-1)),
      Escape: options.close,
      Home: options.restart,
      End: options.end,
      0: options.whole,
      "+": () => options.zoom(1),
      "=": () => options.zoom(1),
      "-": () => options.zoom(-1),
      f: options.screen,
      "?": options.help,
    };
    const onKey = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { target, key } = event;
      const busy = target.closest("select, input, textarea");
      const press = target.closest("button, summary, a");
      if (busy || (press && (key === " " || key === "Enter"))) return;
      const act = key === " " ? options.toggle
        : /^[1-9]$/.test(key) ? () => options.leg(Number(key) - 1) : ACTS[key];
      if (!act) return;
      event.preventDefault();
      act(options.sliders.includes(target));
    };
    container.addEventListener("keydown", onKey);
    return { remove: () => container.removeEventListener("keydown", onKey) };
  };
})(window.L);
