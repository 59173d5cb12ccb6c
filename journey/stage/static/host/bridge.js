/* The stage as the page around it has it. */
// needs: core/actions
/** @typedef {{bridge: (stage: Stage) => Handle}} Gives */
(function (L) {
  "use strict";

  // What the dashboard's page and tests call; all else is done with the stage itself.
  L.journey.bridge = (stage) => {
    const { act, tale: { legs } } = stage;
    const { actions } = L.journey;
    return {
      stage,
      goTo: (id, heard) => act(actions.page, id, heard),
      // To a part, 0..1, of a leg.
      seek: (id, part) => {
        const leg = legs.findIndex((one) => one.id === id);
        act(actions.pause);
        if (leg >= 0) act(actions.seek, { leg, part });
      },
      pause: () => act(actions.pause),
      moment: () => stage.view().moment,
      remove: () => {},
    };
  };
})(window.L);
