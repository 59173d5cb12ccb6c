/* Picks a place on the map: by a click on it, or by its middle, which arrow keys move. */
// needs: compare/room element/press map/pan map/zoom panels/guard
/** @typedef {{pick: (lesson: Lesson, race: Race, panel: RacePanel) => void}} Gives */
(function (L) {
  "use strict";

  const { guard, pan, press, room } = L.journey;

  // Moves the map, comes nearer or ends it by that key; false where it does none of these.
  /** @type {(stage: Stage, race: Race, key: string) => boolean} */
  const steered = (stage, race, key) => {
    if (key === "Escape") race.act(() => ({ picking: false }));
    else if ("+=-".includes(key)) L.journey.zoom(stage, key === "-" ? -1 : 1);
    else return pan(stage, key);
    return true;
  };

  // Takes the clicks on the map, so that nothing else that lies there is meant by them.
  /** @type {(stage: Stage) => void} */
  const taken = ({ on, map, box }) => {
    on(box, "click", (event) => {
      if (event.target === box || map.getPane("mapPane")?.contains(event.target)) event.preventDefault();
    }, { capture: true });
  };

  // A cross in the middle of what is seen of the map, which picks what lies under it.
  /** @type {(lesson: Lesson, race: Race, panel: RacePanel) => void} */
  const aiming = ({ stage, words }, race, panel) => {
    const { map } = stage;
    /** @param {L.LatLng} at */
    const choose = (at) => race.act(() => {
      const { lat, lng } = at.wrap();
      return { home: [lat, lng], picking: false };
    });
    /** @type {() => [number, number]} */
    const middle = () => {
      const { x: [west, east], y: [north, south] } = room(stage, panel);
      const { x, y } = map.getSize();
      return [west + (x - west - east) / 2, north + (y - north - south) / 2];
    };
    const cross = press(stage, "here", "cl-cross", "", () => choose(map.containerPointToLatLng(middle())));
    cross.setAttribute("aria-label", words["class.home_cross"]);
    stage.put("cross", guard(cross));
    const put = () => { cross.style.transform = `translate(${middle().map((pixels) => `${pixels}px`).join()})`; };
    stage.on(map, "resize", put);
    stage.on(map, "click", ({ latlng }) => choose(latlng));
    stage.part(taken);
    // Before the stage's own keys; those of a lesson let nothing through.
    stage.on(window, "keydown", (event) => {
      if (event.target !== cross || event.ctrlKey || event.metaKey || event.altKey || !steered(stage, race, event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    }, { capture: true });
    const { classList } = document.documentElement;
    classList.add("cl-picking");
    stage.add(() => {
      classList.remove("cl-picking");
      map.fire("resize");
    });
    map.fire("resize"); // The panel has another size now, and again later.
    put();
    // From nowhere yet: all of the world is seen, to come nearer from there.
    if (!race.view().home) L.journey.zoom(stage, map.getMinZoom() - map.getZoom());
    cross.focus({ preventScroll: true });
  };

  L.journey.pick = (lesson, race, panel) => {
    let now = { remove: () => {} };
    race.watch(lesson.stage, ({ picking }) => picking, (picking) => {
      now.remove();
      if (picking) now = lesson.part(aiming, race, panel);
    });
  };
})(window.L);
