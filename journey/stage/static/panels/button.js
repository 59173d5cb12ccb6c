/* Buttons of the panels. */
// needs: core/element
/** @typedef {{button: (stage: Stage, text: string, title: string, act: () => void) => HTMLButtonElement}} Gives */
(function (L) {
  "use strict";

  // A button with a text, and a name where the text is none, that calls act() when it is pressed.
  L.journey.button = (stage, text, title, act) => {
    const made = L.journey.element("button", "jm-button", text);
    made.type = "button";
    if (title) {
      made.title = title;
      made.setAttribute("aria-label", title);
    }
    stage.on(made, "click", act);
    return made;
  };
})(window.L);
