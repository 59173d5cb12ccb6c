/* The keyboard of the stage. */
// needs: core/actions map/pan map/zoom panels/screen
/** @typedef {{keys: (stage: Stage, slider: HTMLElement) => void}} Gives */
(function (L) {
  "use strict";

  const NUDGE = 0.01; // of the whole, for an arrow key on the slider
  const FIELDS = "select, input, textarea, [contenteditable]"; // what keys are written into
  const ENDS = ["Home", "End"];

  // What each key does; `slides` says whether it was pressed on the slider.
  /** @type {(stage: Stage) => Record<string, (slides: boolean) => void>} */
  const acts = (stage) => {
    const { act, tale } = stage;
    const { toggle, seek, step, scrub, escape, aim, choose, unfold } = L.journey.actions;
    /** @type {(by: number) => (slides: boolean) => void} */
    const move = (by) => (slides) => {
      if (slides) act(scrub, "truth", stage.view().wholes.truth + by * NUDGE);
      else act(step, by);
    };
    /** @type {Record<string, (slides: boolean) => void>} */
    const numbers = Object.fromEntries(tale.legs.slice(0, 9).map((leg, i) => [String(i + 1), () => act(choose, i)]));
    return {
      ...numbers,
      " ": () => act(toggle),
      ArrowRight: move(1),
      ArrowLeft: move(-1),
      Escape: () => act(escape),
      Home: () => act(seek, { leg: 0, part: 0 }),
      End: () => act(seek, { leg: tale.legs.length - 1, part: 1 }),
      0: () => act(aim, "whole"),
      "+": () => L.journey.zoom(stage, 1),
      "=": () => L.journey.zoom(stage, 1),
      "-": () => L.journey.zoom(stage, -1),
      f: () => L.journey.screen(stage.box),
      "?": () => act(unfold, "help"),
    };
  };

  // Whether the page is long, so that the keys for its ends are its own.
  /** @type {(page: Document) => boolean} */
  const long = ({ documentElement: { scrollHeight, clientHeight } }) => scrollHeight > clientHeight;

  // Whether an element fills the middle of its window.
  /** @type {(element: Element, height: number) => boolean} */
  const central = (element, height) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top < height / 2 && bottom > height / 2;
  };

  // The document of the dashboard around this frame, which has the keys at first.
  /** @type {() => Document | null} */
  const around = () => {
    try {
      return window.Streamlit && window.parent !== window ? window.parent.document : null;
    } catch { /* A foreign page around us keeps its keys to itself. */ }
    return null;
  };

  // Returns {yes() whether what has the focus got it by a pointer, though it may have been by a button that was pressed}.
  /** @type {(stage: Stage) => {yes(): boolean}} */
  const pointed = (stage) => {
    let [pointer, reached] = [false, false];
    stage.on(document, "pointerdown", () => { pointer = reached = true; }, { capture: true });
    stage.on(document, "keydown", () => { pointer = false; }, { capture: true });
    stage.on(document, "focusin", () => { reached = pointer; });
    return { yes: () => reached };
  };

  // All keys are the stage's that nothing else has a use for: fields keep theirs, but for the one that closes what is open; what was
  // reached by keyboard its press, and the map its arrows; a page that is read its ends, and all of them where the stage is not in
  // sight. Those of one letter, digit or sign may be turned off.
  L.journey.keys = (stage, slider) => {
    const { box } = stage;
    const all = acts(stage);
    const { yes } = stage.part(pointed);
    /** @type {(event: KeyboardEvent) => void} */
    const press = (event) => {
      event.preventDefault();
      if (event.key !== " " || !event.repeat) all[event.key](event.target === slider);
    };
    /** @type {(event: KeyboardEvent) => boolean} */
    const free = ({ key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented }) =>
      !(defaultPrevented || ctrlKey || metaKey || altKey || (shiftKey && (key === " " || key.length > 1)));
    /** @type {(event: KeyboardEvent) => boolean} */
    const ours = (event) => Object.hasOwn(all, event.key) && free(event) && (stage.now().letters || event.key === " " || event.key.length > 1);
    stage.on(document, "keydown", (/** @type {KeyboardEvent & {target: Element}} */ event) => {
      const { target, key } = event;
      if (target === box && !yes() && free(event) && L.journey.pan(stage, key)) return event.preventDefault();
      if (!ours(event) || (target.closest(FIELDS) && !(key === "Escape" && (stage.now().open.help || stage.now().open.legend)))) return;
      if (key === " " && target.closest("button, summary, a") && !yes()) return;
      if (box.contains(target) || (central(box, window.innerHeight) && !(ENDS.includes(key) && long(document)))) press(event);
    });
    const page = around();
    if (!page) return;
    stage.on(page, "keydown", (/** @type {KeyboardEvent & {target: Element}} */ event) => {
      const frame = window.frameElement;
      if (!ours(event) || ENDS.includes(event.key) || event.target !== page.body) return;
      if (frame && central(frame, window.parent.innerHeight)) press(event);
    });
  };
})(window.L);
