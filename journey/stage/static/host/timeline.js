/* The timeline on the stage: told what changes, and what a viewer does to it. */
// needs: core/actions panels/strip
/** @typedef {{element: HTMLElement, foot: HTMLElement, slider: HTMLElement}} Strip
 * @typedef {{timeline: (stage: Stage) => Strip}} Gives */
(function (L) {
  "use strict";

  L.journey.timeline = (stage) => {
    const { map, tale: { data } } = stage;
    const { pick, scrub } = L.journey.actions;
    const strip = L.journey.strip(map, {
      ...data,
      colour: (/** @type {string} */ mode) => stage.view().colour(mode),
      onPick: (/** @type {number} */ leg) => stage.act(pick, leg),
      onScrub: (/** @type {Pacing} */ pacing, /** @type {number} */ share) => {
        stage.act(scrub, pacing, share);
        stage.paint();
      },
    });
    stage.put("strip", strip.element);
    stage.add(strip.remove);
    stage.on(map, "resize", strip.resize);
    stage.watch("paint", ({ drawn }) => drawn, strip.resize);
    stage.watch("paint", ({ theme }) => theme, strip.repaint);
    stage.watch("paint", ({ ways }) => ways, strip.compare);
    stage.watch("paint", ({ open }) => open.diagram, (open, before) => { if (open || before) strip.unfold(); });
    stage.watch("paint", ({ leg }) => leg, strip.mark);
    stage.watch("paint", ({ at }) => at, (at) => {
      const { wholes, place, said } = stage.view();
      if (at) strip.cursor({ ...wholes, km: place.km }, `${said().time}, ${said().way}`);
    });
    return strip;
  };
})(window.L);
