/* The field for a guess, which says what the slider does, and the buttons that add it and take it back. */
// needs: arithmetic/fill arithmetic/measure arithmetic/scale arithmetic/tally core/element element/press guess/slider
/** @typedef {{entry: (lesson: Lesson, guess: Guess, add: (number: number) => void, undo: HTMLElement) =>
 *   {elements: HTMLElement[], slider: import("./slider.js").Slider}}} Gives */
(function (L) {
  "use strict";

  const { element, fill, measure, press, scale, tally } = L.journey;
  const SHOWN = 20; // letters that are repeated of what could not be read

  /** @type {(label: string) => HTMLInputElement} */
  const written = (label) => {
    const made = element("input", "cl-field");
    Object.assign(made, { type: "text", inputMode: "decimal", autocomplete: "off", size: 6, maxLength: 40 });
    made.setAttribute("aria-label", label);
    return made;
  };

  // Calls add(number) for what can be read, and says of the rest what is wrong with it. Both are empty again then.
  L.journey.entry = (lesson, guess, add, undo) => {
    const { stage, words, group } = lesson;
    const { locale } = stage.tale.data;
    const tell = measure.teller(locale, guess.unit, scale.digits(guess.low, guess.high, guess.step));
    const unit = measure.word(locale, guess.unit);
    const box = element("div", "cl-entry");
    const message = element("p", "cl-message");
    message.setAttribute("role", "status");
    const field = written(fill(words["class.yours"], { unit }));
    /** @param {string} fault */
    const say = (fault) => {
      const gaps = { text: field.value.trim().slice(0, SHOWN), low: tell(guess.low), high: tell(guess.high) };
      message.textContent = fault && fill(words[fault], gaps);
      message.dataset.fault = fault;
      field.setAttribute("aria-invalid", String(Boolean(fault)));
    };
    const slider = L.journey.slider(lesson, guess, (value) => {
      field.value = String(value);
      say("");
    });
    const enter = () => {
      const read = tally.read(guess, field.value, group);
      say("fault" in read ? read.fault : "");
      if (!("number" in read)) return;
      add(read.number);
      field.value = "";
      slider.set(null);
    };
    stage.on(field, "input", () => {
      const read = tally.read(guess, field.value, group);
      slider.set("number" in read && read.number >= guess.low && read.number <= guess.high ? read.number : null);
    });
    stage.on(field, "keydown", ({ key, isComposing }) => key === "Enter" && !isComposing && enter());
    stage.on(slider.element, "keydown", ({ key }) => key === "Enter" && field.value && enter());
    box.append(field, element("span", "cl-unit", unit), press(stage, "add", "cl-add", words["class.add"], enter), undo);
    return { elements: [box, message], slider };
  };
})(window.L);
