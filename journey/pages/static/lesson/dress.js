/* The page as it looks while a lesson is shown: nothing but map and words, in large letters if need be, and no time or
 * way of a leg before it was asked for. */
// needs: arithmetic/asked core/actions
/** @typedef {{dress: (lesson: Lesson) => void}} Gives */
(function (L) {
  "use strict";

  const { actions, asked } = L.journey;

  // The indices of the legs whose way is asked at this step or a later one and not told, for the map says it beside the time.
  /** @type {(lesson: Pick<Lesson, "plan" | "now">) => number[]} */
  const ways = ({ plan, now }) => {
    const { show } = now();
    return show ? asked(plan, (i) => i >= show.step && !show.told.includes(i), "distance") : [];
  };

  L.journey.dress = ({ stage, plan, now, view, watch }) => {
    const { classList } = document.documentElement;
    const { legend } = stage.now().open;
    // The letters on the map have another size.
    const letters = () => {
      stage.map.invalidateSize({ animate: false });
      stage.map.fire("journey:type");
    };
    /** @param {readonly number[]} secret */
    const hush = (secret) => {
      classList.toggle("cl-hush", secret.length > 0);
      stage.act(actions.hush, secret);
    };
    classList.add("cl-on");
    window.scrollTo(0, 0);
    stage.act(actions.unfold, "legend", false);
    stage.act(actions.fill, true);
    stage.add(() => {
      classList.remove("cl-on");
      hush([]);
      stage.act(actions.unfold, "legend", legend);
      stage.act(actions.fill, false);
      stage.paint(); // The camera minds how wide the legend is.
      letters();
    });
    watch(({ show }) => Boolean(show?.large), (large) => {
      classList.toggle("cl-large", large);
      letters();
    });
    const secrets = () => [...new Set([...view().secret, ...ways({ plan, now })])];
    watch(() => secrets().join(), () => hush(secrets()));
    stage.add(() => classList.remove("cl-large"));
  };
})(window.L);
