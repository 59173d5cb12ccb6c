/* Tells the dashboard around the stage which leg a viewer picks. */
/** @typedef {{streamlit: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  L.journey.streamlit = (stage) => {
    stage.watch("tell", ({ picks }) => picks.count, (count) => {
      const { picks: { due } } = stage.now();
      if (count) window.Streamlit?.setComponentValue({ leg: due, count });
    });
  };
})(window.L);
