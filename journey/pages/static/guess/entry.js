/* The slider and the field for a guess, which say the same, and the button that adds it. */
// needs: arithmetic/fill arithmetic/measure arithmetic/tally core/element element/press
/** @typedef {{entry: (lesson: Lesson, guess: Guess, add: (number: number) => void) => HTMLElement[]}} Gives */
(function (L) {
  "use strict";

  const { element, fill, measure, press, tally } = L.journey;
  const SHOWN = 20; // letters that are repeated of what could not be read

  /** @type {(guess: Guess, label: string) => HTMLInputElement} */
  const range = ({ low, high, step }, label) => {
    const made = element("input", "cl-slider");
    Object.assign(made, { type: "range", min: low, max: high, step });
    made.value = String(low + Math.round((high - low) / 2 / step) * step);
    made.setAttribute("aria-label", label);
    return made;
  };
  /** @type {(label: string) => HTMLInputElement} */
  const written = (label) => {
    const made = element("input", "cl-field");
    Object.assign(made, { type: "text", inputMode: "decimal", autocomplete: "off", size: 6, maxLength: 40 });
    made.setAttribute("aria-label", label);
    return made;
  };

  // Calls add(number) for what can be read, and says of the rest what is wrong with it.
  L.journey.entry = ({ stage, words, group }, guess, add) => {
    const tell = measure.teller(stage.tale.data.locale, guess.unit);
    const box = element("div", "cl-entry");
    const message = element("p", "cl-message");
    message.setAttribute("role", "status");
    const slider = range(guess, words["class.slider"]);
    const field = written(fill(words["class.yours"], { unit: tell(1).replace(/[\d\s\u00a0\u202f]+/, "") }));
    const show = () => {
      field.value = slider.value;
      slider.setAttribute("aria-valuetext", tell(Number(slider.value)));
    };
    const enter = () => {
      const read = tally.read(guess, field.value, group);
      const fault = "fault" in read ? read.fault : "";
      const gaps = { text: field.value.trim().slice(0, SHOWN), low: tell(guess.low), high: tell(guess.high) };
      message.textContent = fault && fill(words[fault], gaps);
      message.dataset.fault = fault;
      field.setAttribute("aria-invalid", String(Boolean(fault)));
      if ("number" in read) add(read.number);
    };
    stage.on(slider, "input", show);
    stage.on(slider, "keydown", ({ key }) => {
      if (!"+-".includes(key)) return;
      slider.value = String(Number(slider.value) + (key === "+" ? 1 : -1) * guess.step);
      show();
    });
    stage.on(field, "keydown", ({ key, isComposing }) => key === "Enter" && !isComposing && enter());
    show();
    box.append(slider, field, element("span", "cl-unit", guess.unit === "deg" ? "°" : guess.unit), press(stage, "add", "cl-add", words["class.add"], enter));
    return [box, message];
  };
})(window.L);
