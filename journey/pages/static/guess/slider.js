/* The slider along a scale: empty until it is touched or keyed. */
// needs: arithmetic/measure arithmetic/scale core/element
/** @typedef {{element: HTMLInputElement, set(value: number | null): void, turn(value: number): void, shown(act: (value: number | null) => void): void}} Slider
 * @typedef {{slider: (lesson: Lesson, guess: Guess, choose: (value: number) => void) => Slider}} Gives */
(function (L) {
  "use strict";

  const { element, measure, scale } = L.journey;
  const KEYS = /^(Arrow|Page|Home|End|[+-]$)/;

  // Calls choose(value) whenever a value is chosen. `set` shows another one, null for none; `turn` chooses one as a finger does,
  // and `shown` learns of each.
  L.journey.slider = ({ stage, words }, { unit, low, high, step }, choose) => {
    const tell = measure.teller(stage.tale.data.locale, unit, scale.digits(low, high, step));
    const made = element("input", "cl-slider");
    Object.assign(made, { type: "range", min: low, max: high, step });
    made.setAttribute("aria-label", words["class.slider"]);
    /** @type {(value: number | null) => void} */
    let changed = () => {};
    /** @type {(value: number | null) => void} */
    const set = (value) => {
      made.value = String(value ?? low);
      made.classList.toggle("cl-empty", value === null);
      made.setAttribute("aria-valuetext", value === null ? words["class.unguessed"] : tell(Number(made.value)));
      changed(value === null ? null : Number(made.value));
    };
    /** @type {(value: number) => void} */
    const turn = (value) => {
      set(value);
      choose(Number(made.value));
    };
    const touched = () => turn(Number(made.value));
    stage.on(made, "input pointerup", touched);
    stage.on(made, "keydown", ({ key }) => {
      if ("+-".includes(key)) turn(Number(made.value) + (key === "+" ? step : -step));
    });
    // A key that leads to where an empty one stands anyway changes nothing.
    stage.on(made, "keyup", ({ key }) => { if (KEYS.test(key)) touched(); });
    set(null);
    return { element: made, set, turn, shown: (act) => { changed = act; } };
  };
})(window.L);
