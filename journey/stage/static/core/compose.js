/* A stage with nothing on it yet. */
// needs: core/dock core/part core/scope core/store core/view
/** @typedef {{compose: (map: L.Map, tale: Tale, first: State) => {stage: Stage, wake(): void, remove(): void}}} Gives */
(function (L) {
  "use strict";

  // A stage on the map, in its first state. `wake` tells those who watch for the first time; `remove` ends all parts, the last
  // one first.
  L.journey.compose = (map, tale, first) => {
    const scope = L.journey.scope();
    const store = L.journey.store(first, (state) => L.journey.view(tale, state));
    const { add, on, after, frame, observe } = scope;
    const { now, view, act, watch, paint, wake } = store;
    const box = map.getContainer();
    add(store.remove);
    /** @type {Stage} */
    const stage = {
      add, on, after, frame, observe, now, view, act, watch, paint, map, tale, box, words: tale.data.words,
      ...L.journey.dock(box),
      part: (make, ...more) => L.journey.part(stage, make, ...more),
    };
    return { stage, wake, remove: scope.remove };
  };
})(window.L);
