/* The one state of the stage, and who is told that it changed. */
/** @typedef {{store: (first: State, derive: (state: State) => View) => Store}} Gives */
(function (L) {
  "use strict";

  // Those who watch, in the order in which they came. Returns {add, call(state, view): each whose pick differs from the last
  // time, and all once; what one of them throws is reported and keeps no other from being told}.
  const watchers = () => {
    /** @type {Set<(state: State, view: View) => void>} */
    const all = new Set();
    return {
      /** @type {<T>(pick: (state: State, view: View) => T, act: (value: T, before: T | undefined) => void) => () => void} */
      add: (pick, act) => {
        /** @type {{value: any} | null} */
        let last = null;
        /** @type {(state: State, view: View) => void} */
        const look = (state, view) => {
          const value = pick(state, view);
          if (last && Object.is(last.value, value)) return;
          const before = last?.value;
          last = { value };
          act(value, before);
        };
        all.add(look);
        return () => { all.delete(look); };
      },
      /** @type {(state: State, view: View) => void} */
      call: (state, view) => all.forEach((look) => {
        try {
          look(state, view);
        } catch (error) {
          reportError(error);
        }
      }),
    };
  };

  // `derive` gives the view of a state. Nobody is told of anything before wake().
  L.journey.store = (first, derive) => {
    let state = Object.freeze(first);
    /** @type {View | null} */
    let derived = null;
    const phases = { tell: watchers(), paint: watchers() };
    let [awake, painting, due, frame] = [false, false, false, 0];
    const view = () => (derived ||= derive(state));
    const tell = () => {
      due = false;
      if (awake) phases.tell.call(state, view());
    };
    const paint = () => {
      cancelAnimationFrame(frame);
      frame = 0;
      if (!awake || painting) return;
      painting = true;
      phases.paint.call(state, view());
      painting = false;
    };
    const soon = () => {
      if (!awake) return;
      if (!due) queueMicrotask(tell);
      due = true;
      frame ||= requestAnimationFrame(paint);
    };
    return {
      now: () => state,
      view,
      act: (action, ...more) => {
        if (painting) throw new Error("A part acts while it paints.");
        const changes = Object.entries(action(state, view(), ...more)).filter(([key, value]) => state[/** @type {keyof State} */ (key)] !== value);
        if (!changes.length) return;
        state = Object.freeze({ ...state, ...Object.fromEntries(changes) });
        derived = null;
        soon();
      },
      watch: (phase, pick, act) => {
        soon();
        return phases[phase].add(pick, act);
      },
      // Tells those who paint at once, without waiting for the next frame.
      paint,
      wake: () => {
        awake = true;
        tell();
        paint();
      },
      remove: () => {
        awake = false;
        cancelAnimationFrame(frame);
      },
    };
  };
})(window.L);
