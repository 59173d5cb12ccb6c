/* Elements of the page: text goes in as text. */
(function (L) {
  "use strict";

  // An element of that name, class and text.
  L.journey.node = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  // A text of the catalogue with values in its gaps, such as {leg}.
  L.journey.fill = (text, values) => text.replace(/\{(\w+)\}/g, (gap, key) => (key in values ? values[key] : gap));

  // A mode's icon.
  L.journey.icon = (mode) => {
    const made = L.journey.node("span", "jm-icon");
    made.setAttribute("aria-hidden", "true");
    made.innerHTML = mode.icon; // Markup of our own icon, never of a journey's.
    return made;
  };
})(window.L);
