/* The teacher's window, opened from the page; where there can be none, a panel with the same. */
// needs: arithmetic/message arithmetic/steps core/element teacher/notes
/** @typedef {{popup: (lesson: Lesson, acts: Deeds) => {toggle(): void}}} Gives */
(function (L) {
  "use strict";

  const { element, message } = L.journey;
  const CHILD = "cl-child"; // marks the page in such a window
  const EMPTY = "about:blank";
  const LOOK = 1500; // milliseconds between two looks at windows of which one said that its page goes: the others speak every second
  const LOOKS = 10; // of them, after which it is given up
  const SIZE = "popup,width=900,height=760";

  // Where the lesson is, and how to tell that it is elsewhere.
  /** @type {(state: LessonState) => Noted} */
  const at = ({ show, began }) => ({ step: show?.step ?? null, began });
  /** @param {LessonState} state */
  const noted = (state) => Object.values(at(state)).join();

  // What the notes are made of.
  /** @type {(lesson: Lesson) => Brought} */
  const brought = ({ stage, plan, words }) => {
    const { id, locale } = stage.tale.data;
    const questions = plan.steps.flatMap(({ question }) => plan.find(question) || []);
    return { id, locale, words, questions, steps: plan.steps };
  };

  // Names the window, and gives it what this page has: how wide it is laid out, its styles and its scripts, which the policy knows, and
  // the notes. Needs no network, and no page from a disk that could not reach another one from there.
  /** @type {(paper: Document, title: string, notes: Brought) => void} */
  const furnish = (paper, title, notes) => {
    paper.title = title;
    [paper.documentElement.lang, paper.dir] = [document.documentElement.lang, document.dir];
    paper.documentElement.className = CHILD;
    // One that has run here would not run again.
    /** @type {(from: HTMLScriptElement) => HTMLScriptElement} */
    const copied = ({ text }) => Object.assign(paper.createElement("script"), { text });
    paper.head.append(...[...document.querySelectorAll("meta[name=viewport], style")].map((one) => paper.importNode(one, true)));
    const data = paper.createElement("script");
    Object.assign(data, { type: "application/json", textContent: JSON.stringify(notes) });
    paper.body.append(data, ...[...document.scripts].filter(({ type }) => !type).map(copied));
  };

  // What became of a window: it was closed, or left for another page; the notes are in it; it was loaded anew, and so is empty; or it is
  // kept from us, as one is that was opened before this page was itself loaded anew, from a disk.
  /** @type {(child: Window) => "gone" | "full" | "empty" | "kept"} */
  const found = (child) => {
    if (child.closed) return "gone";
    try {
      if (child.document.documentElement.className === CHILD) return "full";
      return child.location.href === EMPTY ? "empty" : "gone";
    } catch {
      return window.origin === "null" ? "kept" : "gone";
    }
  };

  /** @type {(child: Window, lesson: Lesson) => void} */
  const fill = (child, lesson) => furnish(child.document, `${lesson.words["class.notes"]}: ${lesson.stage.tale.data.title}`, brought(lesson));

  // A window of our own with the notes, or null where the browser lets none be.
  /** @type {(lesson: Lesson) => Window | null} */
  const opened = (lesson) => {
    try {
      const child = window.open("", "", SIZE);
      if (!child) return null;
      fill(child, lesson);
      return child;
    } catch {
      return null; // The browser opened one and keeps it from us.
    }
  };

  /** @type {(lesson: Lesson, acts: Deeds) => void} */
  const inPanel = ({ stage, plan: { steps, find }, words, now, watch }, acts) => {
    const panel = element("aside", "cl-panel");
    panel.setAttribute("aria-label", words["class.notes"]);
    const notes = L.journey.notes(stage, { steps, find, words, locale: stage.tale.data.locale }, acts);
    watch(noted, () => notes.show(at(now())));
    panel.append(element("p", "cl-small", words["class.blocked"]), notes.element);
    document.body.append(panel);
    stage.add(() => panel.remove());
  };

  // Looks after the windows once one of them said that its page goes: what became of it, no browser has to say at once.
  /** @type {(lesson: Lesson, children: Set<Window>) => {heard(child: Window): void, went(): void}} */
  const kept = (lesson, children) => {
    /** @type {Set<Window>} */
    const left = new Set(); // those of them that have said nothing since
    /** @type {(child: Window, looks: number) => void} */
    const look = (child, looks) => {
      if (!left.has(child)) return;
      const became = found(child);
      if (became === "empty") fill(child, lesson);
      if (became === "empty" || became === "full") {
        if (looks > 1) lesson.stage.after(LOOK, () => look(child, looks - 1));
        return;
      }
      children.delete(child);
      left.delete(child);
      if (became === "gone") return;
      // It says nothing and is kept from us: a page from a disk can't fill it again, nor open another one that nobody asked for.
      child.close();
      lesson.act(L.journey.steps.emptied, true);
    };
    return {
      heard: (child) => {
        children.add(child);
        left.delete(child);
      },
      went: () => children.forEach((child) => {
        left.add(child);
        lesson.stage.after(LOOK, () => look(child, LOOKS));
      }),
    };
  };

  L.journey.popup = (lesson, acts) => {
    const { stage, now, watch } = lesson;
    const { id } = stage.tale.data;
    /** @type {Set<Window>} */
    const children = new Set(); // those that asked, also before this page was loaded anew
    /** @type {{remove(): void} | null} */
    let panel = null;
    // A page from a disk has no origin that could be named.
    const tell = () => children.forEach((child) => child.postMessage(message.tell(id, at(now())), window.origin === "null" ? "*" : window.origin));
    const keeper = kept(lesson, children);
    stage.on(window, "message", ({ data, origin, source }) => {
      const asked = origin === window.origin ? message.asked(id, data) : null;
      if (!asked) return;
      const { deed, number } = asked;
      if (source) keeper.heard(source);
      if (deed === "gone") keeper.went();
      else if (deed === "call") acts.call(number);
      else if (deed !== "ask") acts[deed]();
      tell();
    });
    watch(noted, tell);
    stage.add(tell);
    return {
      toggle: () => {
        lesson.act(L.journey.steps.emptied, false);
        children.forEach((one) => {
          const became = found(one);
          if (became === "empty") fill(one, lesson);
          if (became === "gone") children.delete(one);
        });
        const [child] = children;
        if (child) child.focus();
        else if (panel) {
          panel.remove();
          panel = null;
        } else {
          const made = opened(lesson);
          if (made) children.add(made);
          else panel = lesson.part(inPanel, acts);
        }
      },
    };
  };
})(window.L);
