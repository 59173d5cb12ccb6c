/* The scale bar, and whose the map is. */
/** @typedef {{credits: (stage: Stage, attribution: string) => void}} Gives */
(function (L) {
  "use strict";

  L.journey.credits = (stage, attribution) => {
    const scale = L.control.scale({ imperial: false, maxWidth: 140, position: "bottomleft" }).addTo(stage.map);
    stage.add(() => scale.remove());
    const control = stage.map.attributionControl;
    if (!control) return;
    const credit = control.getContainer();
    credit.tabIndex = 0;
    stage.on(credit, "click", () => credit.classList.toggle("jm-unfolded"));
    control.setPrefix('<a href="https://leafletjs.com">Leaflet</a>').addAttribution(attribution);
    stage.add(() => control.setPrefix(false).removeAttribution(attribution));
  };
})(window.L);
