/* Parts of the stage: each with a scope of its own, so that whatever it began ends with it. */
// needs: core/scope
/** @typedef {{part: <T extends object | void, U extends unknown[]>(
 *   stage: Stage, make: (stage: Stage, ...more: U) => T, ...more: U) => T & {remove(): void}}} Gives */
(function (L) {
  "use strict";

  // Makes a part by make(stage, ...more), with the stage as its own: `on`, `watch`, `add` and the like end with the part, and
  // the part with the one that made it. Returns what it gives, and remove(). A part that fails is undone as far as it came.
  L.journey.part = (stage, make, ...more) => {
    const scope = L.journey.scope();
    const { add, on, after, frame, observe } = scope;
    /** @type {Stage} */
    const own = {
      ...stage, add, on, after, frame, observe,
      watch: (phase, pick, act) => add(stage.watch(phase, pick, act)),
      put: (...panel) => add(stage.put(...panel)),
      part: (inner, ...rest) => L.journey.part(own, inner, ...rest),
    };
    const remove = stage.add(scope.remove);
    try {
      return { ...make(own, ...more), remove };
    } catch (error) {
      remove();
      throw error;
    }
  };
})(window.L);
