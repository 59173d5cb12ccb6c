/* Keys and clickers while a journey is presented: they lead on wherever the focus is. */
(function (L) {
  "use strict";

  const NAMES = {
    ArrowRight: "on", ArrowDown: "on", PageDown: "on", " ": "on", ArrowLeft: "back", ArrowUp: "back", PageUp: "back",
    Home: "first", End: "last", Escape: "leave", Backspace: "back", b: "blank", ".": "blank", n: "notes", c: "compare",
    l: "large", f: "screen", r: "reveal", p: "leave",
  };
  const LETTER = /^Key([A-Z])$/;
  const REPEATED = ["on", "back"]; // what a key that is held down does only once
  const WAIT = 3000; // milliseconds for which digits wait for the next one

  // The name of a key; a letter by its place where the keyboard writes other letters.
  const nameOf = ({ key, code }) => {
    const place = LETTER.exec(code || "");
    if (key.length === 1 && place && !/[a-z]/i.test(key)) return place[1].toLowerCase();
    return key.length === 1 ? key.toLowerCase() : key;
  };
  // Whether a field takes this key as a part of what is written into it.
  const writes = (target, key) =>
    target.matches && target.matches("input:not([type=range]), textarea") && key !== " " && (key.length === 1 || ["Backspace", "Home", "End", "Enter"].includes(key));

  // Acts by the names above, and pick(number of a step, from 1). Returns {onKey(event) for any window, remove()}.
  L.journey.clicker = (acts) => {
    let digits = "";
    let timer = 0;

    const dial = (digit) => {
      clearTimeout(timer);
      digits += digit;
      timer = setTimeout(() => { digits = ""; }, WAIT);
    };
    const enter = () => {
      const said = digits;
      digits = "";
      if (said) acts.pick(Number(said));
      else acts.on();
    };
    const onKey = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const { target } = event;
      const key = nameOf(event);
      if (writes(target, key)) {
        event.stopPropagation();
        if (key === "Enter") target.dispatchEvent(new CustomEvent("journey:enter"));
        return;
      }
      if (target.matches && target.matches("input[type=range]") && "+-".includes(key)) return;
      const press = key === "Enter" && !digits && target.closest && target.closest("button, a, summary, select");
      const act = key === "Enter" ? (press ? null : enter) : /^\d$/.test(key) ? () => dial(key) : acts[NAMES[key]];
      // The stage below has keys of its own, which rest as long as this lasts.
      event.stopPropagation();
      if (!act) return;
      event.preventDefault();
      if (!(event.repeat && REPEATED.includes(NAMES[key]))) act();
    };
    window.addEventListener("keydown", onKey, true);
    return {
      onKey,
      remove: () => {
        clearTimeout(timer);
        window.removeEventListener("keydown", onKey, true);
      },
    };
  };
  L.journey.clicker.nameOf = nameOf;
})(window.L);
