/* A state, such as the one of the stage, and who is told that it changed. */
/** @typedef {{store: <S extends object, V>(first: S, derive: (state: S) => V) => Store<S, V>}} Gives */
(function (L) {
  "use strict";

  // Those who watch, in the order in which they came. Returns {add, call(state, view): each whose pick differs from the last
  // time, and all once; what one of them throws is reported and keeps no other from being told}.
  /** @template S, V */
  const watchers = () => {
    /** @type {Set<(state: S, view: V) => void>} */
    const all = new Set();
    return {
      /** @type {<T>(pick: (state: S, view: V) => T, act: (value: T, before: T | undefined) => void) => () => void} */
      add: (pick, act) => {
        /** @type {{value: any} | null} */
        let last = null;
        /** @type {(state: S, view: V) => void} */
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
      /** @type {(state: S, view: V) => void} */
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
  /** @template {object} S, V @param {S} first @param {(state: S) => V} derive @returns {Store<S, V>} */
  L.journey.store = (first, derive) => {
    let state = Object.freeze(first);
    /** @type {V | null} */
    let derived = null;
    /** @type {{tell: ReturnType<typeof watchers<S, V>>, paint: ReturnType<typeof watchers<S, V>>}} */
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
        const changes = Object.entries(action(state, view(), ...more)).filter(([key, value]) => state[/** @type {keyof S} */ (key)] !== value);
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
