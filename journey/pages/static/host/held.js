/* What the pupils' page holds back: all figures of a leg of which a guess is asked, until the last of its answers is shown. */
// needs: arithmetic/asked core/actions
/** @typedef {{held: (lesson: Lesson) => void}} Gives */
(function (L) {
  "use strict";

  const { actions, asked } = L.journey;

  L.journey.held = ({ stage, plan, now, watch }) => {
    const { classList, dataset } = document.documentElement;
    if (!("pupil" in dataset)) return;
    const items = document.querySelectorAll("#told li");
    /** @type {readonly number[]} */
    let held = [];
    const chosen = () => {
      const { leg, at } = stage.now();
      classList.toggle("held-chosen", held.includes(leg ?? at?.leg ?? -1));
    };
    watch(({ show }) => String(show && show.told), () => {
      const { show } = now();
      held = asked(plan, (i) => !show?.told.includes(i));
      // A lesson that is shown tells what it has not asked for yet, and what may not be seen of that.
      if (!show) stage.act(actions.hush, held);
      classList.toggle("held-some", held.length > 0);
      items.forEach((item, i) => item.classList.toggle("held", held.includes(stage.tale.data.steps[i].leg)));
      chosen();
    });
    stage.watch("tell", ({ leg, at }) => `${leg} ${at?.leg}`, chosen);
    stage.add(() => classList.remove("held-some", "held-chosen"));
  };
})(window.L);
