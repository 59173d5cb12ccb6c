/* Buttons. */
// needs: core/node
/** @typedef {{press: (stage: Pick<Stage, "on">, className: string, text: string, act: (event: Event) => void) => HTMLButtonElement}} Gives */
(function (L) {
  "use strict";

  // A button that does something as long as the part lasts whose stage it is.
  L.journey.press = (stage, className, text, act) => {
    const made = L.journey.node("button", className, text);
    made.type = "button";
    stage.on(made, "click", act);
    return made;
  };
})(window.L);
