/* Where something lies among what is in order. Free of the DOM. */
/** @typedef {{last: <T>(items: ArrayLike<T>, until: (item: T) => boolean) => number}} Gives */
(function (L) {
  "use strict";

  // The index of the last of the items up to which it holds; of the first where it holds for none.
  L.journey.last = (items, until) => {
    let [low, high] = [0, items.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (until(items[middle])) low = middle;
      else high = middle - 1;
    }
    return low;
  };
})(window.L);
