/* Lets time pass while the story plays, frame by frame. */
// needs: core/actions
/** @typedef {{player: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  const STILL = 1000; // milliseconds between two moments for those who want no motion
  const LONGEST = 100; // milliseconds that a frame counts at the most

  L.journey.player = (stage) => {
    let last = 0;
    let stop = () => {};
    /** @type {(now: number) => void} */
    const tick = (now) => {
      const { still } = stage.now();
      const gone = now - last;
      if (!still || gone >= STILL) {
        last = now;
        stage.act(L.journey.actions.tick, Math.min(gone, still ? STILL : LONGEST));
        stage.paint();
      }
      if (stage.now().playing) stop = stage.frame(tick);
    };
    stage.watch("tell", ({ playing }) => playing, (playing) => {
      stop();
      if (!playing) return;
      last = performance.now();
      stop = stage.frame(tick);
    });
  };
})(window.L);
