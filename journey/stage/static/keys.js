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

  // Elapsed time and distance at a moment {seconds, km}, in words: {time, way}.
  L.journey.clock = (data, moment) => {
    const unit = (value, name) => new Intl.NumberFormat(data.locale, { style: "unit", unit: name, unitDisplay: "short", maximumFractionDigits: 0 }).format(value);
    const minutes = Math.round(moment.seconds / 60);
    const time = [[Math.floor(minutes / 60), "hour"], [minutes % 60, "minute"]]
      .filter(([value, name], i, all) => value || (i === 1 && !all[0][0])).map(([value, name]) => unit(value, name)).join(" ");
    const whole = data.legs[data.legs.length - 1].km;
    return {
      time: data.words["play.time"].replace("{time}", time),
      way: data.words["play.way"].replace("{distance}", unit(moment.km, "kilometer"))
        .replace("{total}", unit(whole[whole.length - 1], "kilometer")),
    };
  };
})(window.L);
