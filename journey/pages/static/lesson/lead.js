/* Leads the stage to each step: to its leg and moment, played where one may see it move. */
// needs: core/actions
/** @typedef {{lead: (lesson: Lesson) => void}} Gives */
(function (L) {
  "use strict";

  const { actions } = L.journey;

  // The whole journey, with no leg chosen; where its story has begun, its first moment or its last.
  /** @type {(stage: Stage, last: boolean) => void} */
  const whole = ({ act, view }, last) => {
    const { begun, tale } = view();
    if (begun) act(actions.seek, last ? { leg: tale.legs.length - 1, part: 1 } : { leg: 0, part: 0 });
    act(actions.page, null);
    act(actions.aim, "whole");
  };

  // The part of the leg that a step is about: its own; where it is only a question, the one that was told last.
  /** @type {(stage: Stage, leg: number, step: Step) => number} */
  const partOf = (stage, leg, { at, kind }) => {
    const { begun, moment } = stage.view();
    return at ?? (kind === "question" && begun && moment.leg === leg ? moment.part : 0);
  };

  L.journey.lead = ({ stage, view, now, watch }) => {
    const { act } = stage;
    /** @type {Moment | null} */
    let goal = null; // where it stands still when it is played so far

    const show = () => {
      const [{ leg, step }, { begun, moment, tale }, { still }] = [view(), stage.view(), stage.now()];
      goal = null;
      act(actions.pause);
      if (!step) return;
      if (leg < 0) {
        whole(stage, step.kind === "closing" || step.kind === "question");
        return;
      }
      const part = partOf(stage, leg, step);
      const plays = step.kind === "moment" && now().show?.onward && !still && begun && moment.leg === leg && moment.part < part;
      act(actions.seek, { leg, part: plays ? moment.part : part });
      act(actions.aim, leg === tale.close ? "close" : "leg");
      if (!plays) return;
      goal = { leg, part };
      act(actions.run);
    };
    watch(({ show: shown }) => shown?.arrivals, show);
    // Whoever stops it on the way stops this too.
    stage.watch("tell", ({ playing }, { moment }) => (playing ? moment : null), (moment) => {
      if (!goal || (moment && moment.leg === goal.leg && moment.part < goal.part)) return;
      if (moment) {
        act(actions.pause);
        act(actions.seek, goal);
      }
      goal = null;
    });
  };
})(window.L);
