/* The steps of the lesson as entries of the browser's history, so that its Back is the step before and a page loaded anew is where it was. */
// needs: arithmetic/bookmark arithmetic/memory arithmetic/steps core/element
/** @typedef {{entries: (lesson: Lesson) => void}} Gives */
(function (L) {
  "use strict";

  const { bookmark, element, memory, steps } = L.journey;
  const PATIENCE = 1000; // milliseconds after which the browser has not gone where it was to go

  // How many entries this one is from the page as it was when the lesson was begun; that one, and all that are not the lesson's, are 0.
  const depth = () => (Number.isInteger(history.state?.lesson) ? history.state.lesson : 0);

  /** @type {(how: "pushState" | "replaceState", far: number, at: Bookmark | null) => void} */
  const put = (how, far, at) => {
    const said = bookmark.write(location.hash, at);
    history[how]({ ...history.state, lesson: far }, "", `${location.pathname}${location.search}${said ? `#${said}` : ""}`);
  };

  // Makes it an entry that is none of the lesson's.
  const unmark = () => {
    try {
      put("replaceState", 0, null);
    } catch { /* Some browsers allow no such thing to a page from a file, or not so often; the lesson goes on without. */ }
  };

  // Makes the entry that is shown say what is presented, with one for each step before it.
  /** @param {Show | null} show */
  const write = (show) => {
    const [far, goal] = [depth(), show ? show.step + 1 : 0];
    /** @param {number} step */
    const at = (step) => (show && step ? { step, told: show.told.includes(step - 1) } : null);
    if (!far && bookmark.read(location.hash)) unmark();
    try {
      for (let step = far + 1; step <= goal; step += 1) put("pushState", step, at(step));
      if (show && bookmark.read(location.hash)?.told !== at(goal)?.told) put("replaceState", goal, at(goal));
    } catch { /* As above. */ }
  };

  // Keeps what is presented as long as it is. Returns {recall() what was kept before the page was loaded anew, settle() for whoever
  // left it: they read on where it was begun}.
  /** @type {(lesson: Lesson) => {recall(): void, settle(): void}} */
  const keeping = ({ stage, plan, act, watch, keep, kept, forget }) => {
    /** @type {number | null} */
    let top = null; // pixels that the page was scrolled when the lesson was begun
    watch((state) => state, (state, before) => {
      if (state.show) {
        if (!before?.show) keep("top", top ??= window.scrollY);
        Object.entries(memory.pack(state)).forEach(([name, value]) => keep(name, value));
      } else if (before?.show) forget();
    });
    return {
      recall: () => {
        top = Number(kept("top") ?? window.scrollY);
        const known = memory.unpack(plan, kept, Date.now());
        act(steps.restore, known);
        if (known.comparing) stage.after(0, () => act(steps.compare)); // It lies over the step, which comes first.
      },
      settle: () => {
        const there = top;
        top = null;
        // The stage has followed the address by then.
        if (there !== null) stage.after(0, () => window.scrollTo(0, there));
      },
    };
  };

  // Goes to the entry of what is presented, wherever it is among them.
  /** @type {(lesson: Lesson, there: () => void) => {go(): void, arrived(): boolean}} */
  const traveller = ({ stage, now }, there) => {
    /** @type {(() => void) | null} */
    let stop = null; // while the browser is on its way
    const go = () => {
      if (stop) return;
      const { show } = now();
      const far = (show ? show.step + 1 : 0) - depth();
      if (far < 0) {
        stop = stage.after(PATIENCE, () => {
          stop = null;
          unmark();
          go();
        });
        history.go(far);
      } else {
        write(show);
        if (!show) there();
      }
    };
    return {
      go,
      // Whether it was on its way, and is no more.
      arrived: () => {
        const sent = stop !== null;
        stop?.();
        stop = null;
        return sent;
      },
    };
  };

  // The lesson leads, and the address follows; where a viewer goes back or forward, or writes an address, it is the other way. The
  // stage hears of that next, and minds its own moment in the address where no step leads it.
  L.journey.entries = (lesson) => {
    const { stage, plan, words, now, act, watch } = lesson;
    const { recall, settle } = keeping(lesson);
    const { go, arrived } = traveller(lesson, settle);
    /** @param {Bookmark} said */
    const lead = (said) => {
      const { show } = now();
      act(steps.arrive, said);
      if (!show) recall();
      if (!plan.steps.length) stage.put("message", element("p", "jm-message", words["class.no_lesson"]));
    };
    stage.on(window, "popstate", (event) => {
      const [sent, said, { show }] = [arrived(), bookmark.read(location.hash), now()];
      const same = show !== null && said?.step === show.step + 1;
      if (said && (sent || !same)) event.stopImmediatePropagation();
      if (!sent && said && !same) lead(said);
      if (!sent && !said && show) act(steps.leave);
      go();
    }, { capture: true });
    stage.on(window, "hashchange", (event) => bookmark.read(location.hash) && event.stopImmediatePropagation(), { capture: true });
    watch(({ show }) => show && `${show.step} ${show.told}`, go);
    const said = bookmark.read(location.hash);
    if (said) lead(said);
  };
})(window.L);
