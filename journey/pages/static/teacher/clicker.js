/* Keys and clickers while a lesson is presented: they lead on wherever the focus is. */
// needs: arithmetic/keyname
/** @typedef {{clicker: (lesson: Lesson, acts: Deeds) => {onKey: (event: KeyboardEvent) => void}}} Gives */
(function (L) {
  "use strict";

  /** @type {Record<string, keyof Omit<Deeds, "call">>} */
  const NAMES = {
    ArrowRight: "on", ArrowDown: "on", PageDown: "on", " ": "on", ArrowLeft: "back", ArrowUp: "back", PageUp: "back",
    Home: "first", End: "last", Escape: "leave", Backspace: "back", b: "black", ".": "black", n: "notes", c: "compare",
    l: "large", f: "screen", r: "reveal", p: "leave",
  };
  const ONCE = ["on", "back"]; // what a key that is held down does only once
  const WAIT = 3000; // milliseconds for which digits wait for the next one
  const TEXT = "input:not([type=range]), textarea";

  // Whether something keeps this key for itself: a field what is written into it, a slider its steps, a button its press.
  /** @type {(target: Element, key: string, dialled: boolean) => boolean} */
  const keeps = (target, key, dialled) => {
    if (target.matches(TEXT) && key !== " ") return key.length === 1 || ["Backspace", "Home", "End", "Enter"].includes(key);
    if (target.matches("input[type=range]")) return "+-".includes(key);
    return key === "Enter" && !dialled && target.closest("button, a, summary, select") !== null;
  };

  // Also gives what another window's keys are to do.
  L.journey.clicker = ({ stage }, acts) => {
    let digits = "";
    let forget = () => {};
    /** @param {string} digit */
    const dial = (digit) => {
      forget();
      digits += digit;
      forget = stage.after(WAIT, () => { digits = ""; });
    };
    const enter = () => {
      const said = digits;
      digits = "";
      if (said) acts.call(Number(said));
      else acts.on();
    };
    /** @type {(key: string) => (() => void) | undefined} */
    const deed = (key) => {
      if (key === "Enter") return enter;
      if (/^\d$/.test(key)) return () => dial(key);
      return Object.hasOwn(NAMES, key) ? acts[NAMES[key]] : undefined;
    };
    /** @param {KeyboardEvent} event */
    const onKey = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const key = L.journey.keyname(event);
      const target = /** @type {Partial<Element>} */ (event.target);
      if (target.matches && keeps(/** @type {Element} */ (target), key, digits !== "")) return;
      // The stage below has keys of its own, which rest as long as this lasts.
      event.stopPropagation();
      const act = deed(key);
      if (!act) return;
      event.preventDefault();
      if (!(event.repeat && ONCE.includes(NAMES[key]))) act();
    };
    stage.on(window, "keydown", onKey, { capture: true });
    return { onKey };
  };
})(window.L);
