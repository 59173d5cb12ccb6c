/* What was begun and has to be ended: listeners, timers, elements, other parts. */
/** @typedef {{scope: () => Scope}} Gives */
(function (L) {
  "use strict";

  // Calls one of those that end something; that it fails keeps no other from it.
  /** @param {() => unknown} end */
  const safely = (end) => {
    try {
      end();
    } catch (error) {
      reportError(error);
    }
  };

  // Returns {add, on, after, frame, observe, remove}. Each but the last begins something and gives a function that ends it;
  // `remove` ends all that has not been ended yet, the last thing first.
  L.journey.scope = () => {
    /** @type {Set<() => unknown>} */
    const ends = new Set();
    /** @type {Scope["add"]} */
    const add = (end) => {
      const once = () => end();
      ends.add(once);
      return () => { if (ends.delete(once)) safely(once); };
    };
    /** @type {Scope} */
    const scope = {
      add,
      // Calls act(event) for events of an element or a window, also another one's, or of a map of Leaflet, which has the same two
      // methods; names are parted by spaces.
      on: (target, names, act, options) => {
        const all = names.split(" ");
        all.forEach((name) => target.addEventListener(name, act, options));
        return add(() => all.forEach((name) => target.removeEventListener(name, act, options)));
      },
      // Calls act() after so many milliseconds.
      after: (milliseconds, act) => {
        const timer = setTimeout(() => {
          end();
          act();
        }, milliseconds);
        const end = add(() => clearTimeout(timer));
        return end;
      },
      // Calls act(milliseconds) at the next frame.
      frame: (act) => {
        const number = requestAnimationFrame((now) => {
          end();
          act(now);
        });
        const end = add(() => cancelAnimationFrame(number));
        return end;
      },
      // Calls act() when the element has another size; in old browsers when the window has.
      observe: (element, act) => {
        if (!("ResizeObserver" in window)) return scope.on(window, "resize", act);
        const observer = new ResizeObserver(act);
        observer.observe(element);
        return add(() => observer.disconnect());
      },
      remove: () => {
        const all = [...ends].reverse();
        ends.clear();
        all.forEach(safely);
      },
    };
    return scope;
  };
})(window.L);
