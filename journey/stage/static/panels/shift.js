/* The upper row of the timeline on its way from equal shares to true ones, and back. */
/** @typedef {{shift: (stage: Stage, draw: (share: number) => void) => void}} Gives */
(function (L) {
  "use strict";

  const LASTS = 450; // milliseconds

  // Calls draw(share) with how much of the way it has gone, 0 in story pacing to 1 in true time: at the start, and while it goes.
  L.journey.shift = (stage, draw) => {
    let share = 0;
    let stop = () => {};
    stage.watch("paint", ({ pacing }) => pacing, (pacing, before) => {
      const [from, to] = [share, Number(pacing === "truth")];
      let begun = 0;
      /** @type {(now: number) => void} */
      const step = (now) => {
        begun ||= now;
        const gone = stage.now().still ? 1 : Math.min((now - begun) / LASTS, 1);
        share = from + (to - from) * gone * gone * (3 - 2 * gone);
        draw(share);
        if (gone < 1) stop = stage.frame(step);
      };
      stop();
      if (before !== undefined && !stage.now().still) stop = stage.frame(step);
      else draw((share = to));
    });
  };
})(window.L);
