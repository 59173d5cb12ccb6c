/* The page as it looks while a lesson is shown: nothing but map and words, in large letters if need be, and no time of a leg
 * before it was asked for. */
// needs: core/actions
/** @typedef {{dress: (lesson: Lesson) => void}} Gives */
(function (L) {
  "use strict";

  const { actions } = L.journey;

  L.journey.dress = ({ stage, view, watch }) => {
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
    stage.add(() => {
      classList.remove("cl-on");
      hush([]);
      stage.act(actions.unfold, "legend", legend);
      stage.paint(); // The camera minds how wide the legend is.
      letters();
    });
    watch(({ show }) => show?.large || false, (large) => {
      classList.toggle("cl-large", large);
      letters();
    });
    watch((_, { secret }) => secret.join(), () => hush(view().secret));
    stage.add(() => classList.remove("cl-large"));
  };
})(window.L);
