/* Tells the dashboard around the stage which leg a viewer picks, and its page that all is drawn. */
/** @typedef {{streamlit: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  L.journey.streamlit = (stage) => {
    stage.watch("tell", ({ picks }) => picks.count, (count) => {
      const { picks: { due } } = stage.now();
      if (count) window.Streamlit?.setComponentValue({ leg: due, count });
    });
    stage.watch("tell", ({ drawn }) => drawn === "seen" || drawn === "named", (seen) => {
      if (seen && window.Streamlit) window.parent.postMessage({ journey: "drawn" }, location.origin);
    });
  };
})(window.L);
