/* The teacher's window: opened from here, filled from here; where there can be none, a panel with the same. */
// needs: class/notes core/node
(function (L) {
  "use strict";

  const { node } = L.journey;
  const SIZE = "popup,width=900,height=760";
  const LOOK = 500; // milliseconds between two looks whether the window is still open

  // A window of our own that may be written into, or null where the browser lets none be.
  const opened = () => {
    try {
      const child = window.open("", "", SIZE);
      return child && child.document.body ? child : null;
    } catch (error) {
      return null; // The browser opened one and keeps it from us.
    }
  };

  // Names the window, and dresses it as this page is dressed: the policy knows these very styles.
  const furnish = (child, title) => {
    const { document: paper } = child;
    paper.title = title;
    paper.documentElement.lang = document.documentElement.lang;
    paper.documentElement.className = "cl-child";
    document.querySelectorAll("style").forEach((style) => {
      const copy = paper.createElement("style");
      copy.textContent = style.textContent;
      paper.head.append(copy);
    });
  };

  // Options: words, title, make() what L.journey.notes returns, onKey(event), panel element to put a panel into.
  // Returns {toggle, show(index), tick(seconds), remove()}.
  L.journey.teacher = (options) => {
    let child = null;
    let notes = null;
    let panel = null;
    let watch = 0;
    let [at, time] = [0, 0];

    const forget = () => {
      clearInterval(watch);
      if (notes) notes.remove();
      if (panel) panel.remove();
      [child, notes, panel] = [null, null, null];
    };
    const shut = () => {
      const open = child;
      if (notes) forget();
      if (open && !open.closed) open.close();
    };
    // Whether the window was closed, or loaded anew or led elsewhere, and so holds no notes any more.
    const lost = () => {
      try {
        return child.closed || child.document !== notes.element.ownerDocument;
      } catch (error) {
        return true; // What stands there now is not ours to look at.
      }
    };
    const inWindow = () => {
      furnish(child, options.title);
      const main = node("main");
      main.append(notes.element);
      child.document.body.append(main);
      child.addEventListener("keydown", options.onKey, true);
      watch = setInterval(() => { if (lost()) shut(); }, LOOK);
    };
    const inPanel = () => {
      panel = node("aside", "cl-panel");
      panel.setAttribute("aria-label", options.words["class.notes"]);
      panel.append(node("p", "cl-small", options.words["class.blocked"]), notes.element);
      options.panel.append(panel);
    };
    window.addEventListener("pagehide", shut);

    return {
      toggle: () => {
        if (child && lost()) shut();
        if (child) return child.focus();
        if (panel) return shut();
        child = opened();
        notes = options.make();
        notes.show(at);
        notes.tick(time);
        return child ? inWindow() : inPanel();
      },
      show: (index) => { at = index; if (notes) notes.show(index); },
      tick: (seconds) => { time = seconds; if (notes) notes.tick(seconds); },
      remove: () => {
        shut();
        window.removeEventListener("pagehide", shut);
      },
    };
  };
})(window.L);
