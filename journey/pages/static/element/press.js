/* Buttons. */
// needs: core/element
/** @typedef {{press: (stage: Pick<Stage, "on">, name: string, className: string, text: string, act: (event: Event) => void)
 *   => HTMLButtonElement}} Gives */
(function (L) {
  "use strict";

  // A button for what has that name, as long as the part lasts whose stage it is.
  L.journey.press = (stage, name, className, text, act) => {
    const made = L.journey.element("button", className, text);
    made.type = "button";
    made.dataset.act = name;
    stage.on(made, "click", act);
    return made;
  };
})(window.L);
