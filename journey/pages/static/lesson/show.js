/* The lesson while it is presented, step by step: it leads the stage, the words stand beside it, the teacher steers. */
// needs: arithmetic/steps guess/markers lesson/bar lesson/blackout lesson/board lesson/dress lesson/fullscreen lesson/lead teacher/clicker teacher/popup
/** @typedef {{show: (lesson: Lesson) => void}} Gives */
(function (L) {
  "use strict";

  const { steps } = L.journey;

  /** @param {Lesson} lesson */
  const presentation = (lesson) => {
    const { act, now } = lesson;
    if (now().began === null) act(steps.clock, Date.now());
    lesson.part(L.journey.dress);
    const { toggle, excuse } = lesson.part(L.journey.fullscreen);
    lesson.part(L.journey.board);
    lesson.part(L.journey.lead);
    lesson.part(L.journey.markers);
    /** @type {Deeds} */
    const acts = {
      on: () => act(steps.on), back: () => act(steps.back), first: () => act(steps.call, 1), last: () => act(steps.last),
      call: (number) => act(steps.call, number), reveal: () => act(steps.reveal), black: () => act(steps.black),
      large: () => act(steps.large), restart: () => act(steps.clock, Date.now()), compare: () => act(steps.compare), leave: () => act(steps.leave),
      screen: toggle,
      notes: () => {
        excuse();
        popup.toggle();
      },
    };
    lesson.part(L.journey.bar, acts);
    lesson.part(L.journey.blackout);
    lesson.part(L.journey.clicker, acts);
    const popup = lesson.part(L.journey.popup, acts);
  };

  // Presents as long as there is something to show.
  L.journey.show = (lesson) => {
    /** @type {{remove(): void} | null} */
    let running = null;
    lesson.watch(({ show }) => show !== null, (shows) => {
      running?.remove();
      running = shows ? lesson.part(presentation) : null;
    });
  };
})(window.L);
