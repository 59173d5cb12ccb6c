/* The state in which a stage opens. */
/** @typedef {{first: State}} Gives */
(function (L) {
  "use strict";

  L.journey.first = Object.freeze({
    leg: null,
    at: null,
    rest: 0,
    over: "opening",
    playing: false,
    by: null,
    text: null,
    pacing: "story",
    speed: 1,
    aim: Object.freeze({ to: "whole", cut: true }),
    flight: null,
    open: Object.freeze({ diagram: false, legend: false, help: false, more: false, controls: false }),
    ways: Object.freeze([]),
    hushed: Object.freeze([]),
    letters: true,
    theme: "light",
    still: false,
    full: false,
    drawn: "none",
    visits: 0,
    heard: false,
    picks: Object.freeze({ count: 0, due: undefined }),
  });
})(window.L);
