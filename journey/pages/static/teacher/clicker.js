/* Keys and clickers while a lesson is presented: they lead, but for those that belong to what has the focus. */
// needs: arithmetic/keyname
/** @typedef {{clicker: (lesson: {stage: Pick<Scope, "on" | "after"> & Partial<Pick<Stage, "now">>}, acts: Deeds) => void}} Gives */
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
  const ARROWS = ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End"];
  const PAGES = ["PageUp", "PageDown"]; // what a clicker sends
  const PRESSED = "button, a, summary, [role=button]";
  // What has keys of its own, and which: of those with a name, and whether whatever is one letter is its own, too.
  /** @type {[string, string[], string | RegExp][]} */
  const OWN = [
    [".cl-cross", [...ARROWS, "Enter", "Escape"], " "],
    ["input[type=range], [role=slider]", [...ARROWS, ...PAGES, "Enter"], /^[ +-]$/],
    ["input, textarea, select", [...ARROWS, "Backspace", "Delete", "Enter"], /^.$/u],
    [PRESSED, [...ARROWS, "Enter"], " "],
  ];

  // Whether what has the focus keeps this key for itself. A number that was dialled is entered wherever that is.
  /** @type {(target: Element, key: string, dialled: boolean) => boolean} */
  const keeps = (target, key, dialled) => {
    const own = OWN.find(([names]) => target.closest(names));
    if (!own || (dialled && key === "Enter")) return false;
    return own[1].includes(key) || key.search(own[2]) === 0;
  };

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
      if (stage.now?.().letters === false && /^[^ ]$/u.test(event.key)) return;
      const key = L.journey.keyname(event);
      const target = event.target instanceof Element ? event.target : null;
      const kept = target !== null && keeps(target, key, digits !== "");
      // The stage below has keys of its own, which rest as long as this lasts, but for those of its slider.
      if (!kept || (target.closest(PRESSED) && key !== "Enter")) event.stopPropagation();
      if (kept) return;
      const act = deed(key);
      if (!act) return;
      event.preventDefault();
      if (!(event.repeat && ONCE.includes(NAMES[key]))) act();
    };
    stage.on(window, "keydown", onKey, { capture: true });
  };
})(window.L);
