/* Leads the stage through a race: puts all at its start, keeps the camera on its way, and ends it where the travellers arrive. */
// needs: arithmetic/yardstick compare/room core/actions map/frame
/** @typedef {{heat: (lesson: Lesson, race: Race, panel: RacePanel) => void}} Gives */
(function (L) {
  "use strict";

  const { actions, frame, room, yardstick } = L.journey;
  const NAME = 24; // pixels of a name above the way that is laid, and of one below it
  const CLOSEST = 17; // zoom that the camera goes to at the most

  // All at the start, on a map that no text is read beside. Over the whole way the clock runs evenly; a leg that it would pass in a moment is told as slowly as the
  // story tells it.
  /** @type {Action<[leg: number]>} */
  const lined = (state, view, leg) => ({
    ...actions.seek(state, view, { leg: Math.max(0, leg), part: 0 }), playing: false, full: true, pacing: leg < 0 ? "truth" : "story",
  });
  // The camera stays where all of its way is in sight, whichever leg is told.
  /** @type {Action<[to: Pose, cut: boolean]>} */
  const posed = (state, view, to, cut) => ({ aim: Object.freeze({ to, cut }) });
  // The stage as it was before the race.
  /** @type {Action<[before: State]>} */
  const restored = (state, view, { at, leg, over, pacing, rest, full, aim: { to } }) => (
    { playing: false, at, leg, over, pacing, rest, full, aim: Object.freeze({ to, cut: false }) });

  // Ends a race over a leg with the leg; from there it starts anew.
  /** @type {(stage: Stage, leg: () => number) => void} */
  const ends = (stage, legOf) => {
    stage.watch("tell", ({ playing, at }) => playing && at, (at, before) => {
      const leg = legOf();
      if (!at || leg < 0 || (at.leg === leg && at.part < 1)) return;
      if (before) stage.act(actions.pause);
      stage.act(actions.seek, { leg, part: before ? 1 : 0 });
    });
  };

  L.journey.heat = ({ stage, plan }, race, panel) => {
    const { map } = stage;
    const before = stage.now();
    stage.add(() => stage.act(restored, before));
    /** @param {boolean} cut */
    const look = (cut) => {
      const { points, laid } = race.view();
      const { x, y, corner } = room(stage, panel);
      const high = laid ? NAME : 0;
      const [{ lat, lng }, zoom] = frame(map, L.latLngBounds([...points]), { x, y: [y[0] + high, y[1] + high], corner }, CLOSEST, [points[0], points[points.length - 1]]);
      stage.act(posed, [lat, lng, zoom], cut);
    };
    race.watch(stage, ({ starts }) => starts, () => {
      stage.act(lined, race.view().leg);
      look(false);
    });
    race.watch(stage, (_, { laid }) => laid, (laid, before) => { if (before !== undefined) look(false); });
    stage.watch("tell", ({ aim, text }) => `${typeof aim.to === "string"} ${text === null}`, () => { if (stage.now().aim.to) look(false); });
    stage.on(map, "resize", () => { if (stage.now().aim.to) look(true); });
    // Their lines in the diagram, for those who unfold it.
    race.watch(stage, (_, { leg }) => leg, () => {
      stage.act(actions.compare, plan.compare.flatMap((item) => yardstick.way(item, race.view().start) || []));
    });
    stage.add(() => stage.act(actions.compare, []));
    stage.part(ends, () => race.view().leg);
  };
})(window.L);
