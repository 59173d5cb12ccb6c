/* The teacher's window, opened from the page and filled from it; where there can be none, a panel with the same. */
// needs: core/element teacher/notes
/** @typedef {{popup: (lesson: Lesson, acts: Deeds, onKey: (event: KeyboardEvent) => void) => {toggle(): void}}} Gives */
(function (L) {
  "use strict";

  const { element } = L.journey;
  const SIZE = "popup,width=900,height=760";
  const LOOK = 500; // milliseconds between two looks whether the window is still open

  // A window of our own that may be written into, or null where the browser lets none be.
  const opened = () => {
    try {
      const child = window.open("", "", SIZE);
      return child && child.document.body ? child : null;
    } catch {
      return null; // The browser opened one and keeps it from us.
    }
  };

  // Names the window, and dresses it as this page is dressed: the policy knows these very styles.
  /** @type {(paper: Document, title: string, shown: HTMLElement) => void} */
  const furnish = (paper, title, shown) => {
    paper.title = title;
    paper.documentElement.lang = document.documentElement.lang;
    paper.documentElement.className = "cl-child";
    document.querySelectorAll("style").forEach((style) => {
      const copy = paper.createElement("style");
      copy.textContent = style.textContent;
      paper.head.append(copy);
    });
    const main = element("main");
    main.append(shown);
    paper.body.append(main);
  };

  // Whether the window was closed, or loaded anew or led elsewhere, and so does not hold the notes any more.
  /** @type {(child: Window, notes: HTMLElement) => boolean} */
  const lost = (child, notes) => {
    try {
      return child.closed || child.document !== notes.ownerDocument;
    } catch {
      return true; // What stands there now is not ours to look at.
    }
  };

  // The notes in that window, as long as it is open.
  /** @type {(lesson: Lesson, child: Window, acts: Deeds, began: number, onKey: (event: KeyboardEvent) => void, shut: () => void) => {lost(): boolean}} */
  const inWindow = (lesson, child, acts, began, onKey, shut) => {
    const { stage, words } = lesson;
    const { element } = lesson.part(L.journey.notes, acts, began);
    furnish(child.document, `${words["class.notes"]}: ${stage.tale.data.title}`, element);
    stage.add(() => child.closed || child.close());
    stage.on(child.document, "keydown", onKey, { capture: true });
    const look = () => {
      if (lost(child, element)) shut();
      else stage.after(LOOK, look);
    };
    stage.after(LOOK, look);
    return { lost: () => lost(child, element) };
  };

  /** @type {(lesson: Lesson, acts: Deeds, began: number) => {lost(): boolean}} */
  const inPanel = (lesson, acts, began) => {
    const { stage, words } = lesson;
    const panel = element("aside", "cl-panel");
    panel.setAttribute("aria-label", words["class.notes"]);
    panel.append(element("p", "cl-small", words["class.blocked"]), lesson.part(L.journey.notes, acts, began).element);
    document.body.append(panel);
    stage.add(() => panel.remove());
    return { lost: () => false };
  };

  L.journey.popup = (lesson, acts, onKey) => {
    const began = performance.now();
    /** @type {{child: Window | null, lost(): boolean, remove(): void} | null} */
    let open = null;
    const shut = () => {
      open?.remove();
      open = null;
    };
    lesson.stage.on(window, "pagehide", shut);
    return {
      toggle: () => {
        if (open?.lost()) shut();
        if (open?.child) open.child.focus();
        else if (open) shut();
        else {
          const child = opened();
          const made = child ? lesson.part(inWindow, child, acts, began, onKey, shut) : lesson.part(inPanel, acts, began);
          open = { child, ...made };
        }
      },
    };
  };
})(window.L);
