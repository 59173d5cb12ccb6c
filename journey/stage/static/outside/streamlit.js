/* Tells the dashboard around the stage which leg a viewer picks, and its page that all is drawn. */
/** @typedef {{streamlit: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  L.journey.streamlit = (stage) => {
    // The frame is called after what it shows, and not after what made it.
    if (window.Streamlit && window.frameElement) window.frameElement.setAttribute("title", stage.box.getAttribute("aria-label") || "");
    const told = stage.now().picks.count; // by a stage before this one
    stage.watch("tell", ({ picks }) => picks.count, (count) => {
      const { picks: { due } } = stage.now();
      if (count > told) window.Streamlit?.setComponentValue({ leg: due, count });
    });
    stage.watch("tell", ({ drawn }) => drawn === "seen" || drawn === "named", (seen) => {
      if (seen && window.Streamlit) window.parent.postMessage({ journey: "drawn" }, location.origin);
    });
  };
})(window.L);
