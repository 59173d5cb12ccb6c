/* What the stage makes of the map's element: a named region, with scale bar, credits and a voice. */
// needs: core/node
(function (L) {
  "use strict";

  const { node } = L.journey;

  // Names the map for readers and gives it the keyboard; returns {remove()}.
  const frame = (container, title) => {
    container.classList.add("jm-stage");
    const marks = { role: "region", "aria-label": title, tabindex: "0" };
    Object.entries(marks).forEach(([name, value]) => container.setAttribute(name, value));
    return {
      remove: () => {
        container.classList.remove("jm-stage", "jm-begun", "jm-open", "jm-over");
        [...Object.keys(marks), "data-drawn"].forEach((name) => container.removeAttribute(name));
      },
    };
  };

  // Leaflet's scale bar and the credits; returns {remove()}.
  const margins = (map, attribution) => {
    const scale = L.control.scale({ imperial: false, maxWidth: 140, position: "bottomleft" }).addTo(map);
    const control = map.attributionControl;
    if (!control) return scale;
    const credit = control.getContainer();
    const unfold = () => credit.classList.toggle("jm-unfolded");
    credit.tabIndex = 0;
    credit.addEventListener("click", unfold);
    control.setPrefix('<a href="https://leafletjs.com">Leaflet</a>').addAttribution(attribution);
    return {
      remove: () => {
        scale.remove();
        credit.removeEventListener("click", unfold);
        control.setPrefix(false).removeAttribution(attribution);
      },
    };
  };

  // The polite voice that says each new leg to screen readers; returns the element.
  const voice = (container) => {
    const made = node("p", "jm-voice");
    made.setAttribute("role", "status");
    container.append(made);
    return made;
  };

  // Waits until the style sheet rules the container, for the page may load it later than the script.
  const styled = (container, gone) => new Promise((resolve) => {
    const look = () => {
      if (gone() || getComputedStyle(container).getPropertyValue("--strip")) resolve();
      else setTimeout(look, 10);
    };
    look();
  });

  L.journey.frame = { frame, margins, voice, styled };
})(window.L);
