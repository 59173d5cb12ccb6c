/* The stage as the page around it has it. */
// needs: core/actions
/** @typedef {{bridge: (stage: Stage, strip: HTMLElement) => Handle}} Gives */
(function (L) {
  "use strict";

  // What the page calls, and what it hears of as events of the map: "journey:leg" {leg} when a viewer picks, "journey:moment"
  // {leg, part, at, km, index, seconds}, "journey:playing" {playing} and "journey:pacing" {pacing}.
  L.journey.bridge = (stage, strip) => {
    const { map, act, tale: { legs } } = stage;
    const { actions } = L.journey;
    /** @type {<T>(name: string, pick: (state: State) => T, told: (value: T) => object | null) => unknown} */
    const fires = (name, pick, told) => stage.watch("tell", pick, (value, before) => {
      const event = before === undefined ? null : told(value);
      if (event) map.fire(`journey:${name}`, event);
    });
    fires("moment", ({ at }) => at, (at) => at && { ...at, ...stage.view().place, seconds: stage.view().seconds });
    fires("playing", ({ playing }) => playing, (playing) => ({ playing }));
    fires("pacing", ({ pacing }) => pacing, (pacing) => ({ pacing }));
    fires("leg", ({ visits }) => visits, () => ({ leg: legs[stage.now().leg ?? -1]?.id ?? null }));
    return {
      stage,
      goTo: (id, heard) => act(actions.page, id, heard),
      view: (rung) => act(actions.aim, rung),
      // To a part, 0..1, of a leg.
      seek: (id, part) => {
        const leg = legs.findIndex((one) => one.id === id);
        act(actions.pause);
        if (leg >= 0) act(actions.seek, { leg, part });
      },
      play: () => act(actions.run),
      pause: () => act(actions.pause),
      moment: () => stage.view().moment,
      strip: { element: strip, compare: (ways) => act(actions.compare, ways) },
      colour: (mode) => stage.view().colour(mode),
      remove: () => {},
    };
  };
})(window.L);
