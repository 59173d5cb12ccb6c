/* The keyboard of the stage, and the clock's words. */
(function (L) {
  "use strict";

  const NUDGE = 0.01; // of the whole, for an arrow key on the slider

  // Options: toggle, close, whole, leg(index), step(by), restart, end, zoom(by), nudge(by), slider. Returns {remove()}.
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
      act(target === options.slider);
    };
    container.addEventListener("keydown", onKey);
    return { remove: () => container.removeEventListener("keydown", onKey) };
  };

  // Tells elapsed time and distance at a moment {seconds, km} in words: {time, way}.
  L.journey.clock = (data) => {
    const { words } = data;
    const format = (unit) => new Intl.NumberFormat(data.locale, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 0 });
    const [hours, minutes, kilometres] = ["hour", "minute", "kilometer"].map(format);
    const whole = data.legs[data.legs.length - 1].km;
    const total = kilometres.format(whole[whole.length - 1]);
    return ({ seconds, km }) => {
      const passed = Math.round(seconds / 60);
      const [full, rest] = [Math.floor(passed / 60), passed % 60];
      const time = [full ? hours.format(full) : "", rest || !full ? minutes.format(rest) : ""].filter(Boolean).join(" ");
      return {
        time: words["play.time"].replace("{time}", time),
        way: words["play.way"].replace("{distance}", kilometres.format(km)).replace("{total}", total),
      };
    };
  };
})(window.L);
