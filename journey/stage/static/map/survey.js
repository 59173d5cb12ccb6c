/* The ground that is in view, as names need it: whose each piece of land is, and where water lies. */
// needs: arithmetic/fitting arithmetic/whose map/window
/** Land and borders of the base map. A survey has the view, its grid, whose each cell of land is, and the room among the cells of
 * a country or of the water (null).
 * @typedef {import("../arithmetic/grid.js").Area} Area
 * @typedef {import("../arithmetic/grid.js").Border} Border
 * @typedef {import("../arithmetic/mercator.js").Window} Window
 * @typedef {import("../arithmetic/whose.js").Land} Land
 * @typedef {import("../arithmetic/fitting.js").Room} Room
 * @typedef {{areas: Area[], borders: (Border & {kind: string})[]}} Ground
 * @typedef {Land & {view: Window, room(code: string | null): Room}} Surveyed
 * @typedef {{survey: (stage: Stage, ground: Ground, places: {at: Point, country?: string}[]) => () => Surveyed}} Gives */
(function (L) {
  "use strict";

  /** @type {(view: Window, land: Land) => Surveyed} */
  const surveyed = (view, { grid, owned }) => {
    const { cols, rows, cell } = grid;
    /** @type {Map<string | null, Room>} */
    const rooms = new Map();
    /** @type {(code: string | null) => Room} */
    const room = (code) => (code === null ? L.journey.fitting(Int16Array.from(grid.land), cols, rows, 0, cell)
      : L.journey.fitting(owned.of, cols, rows, owned.codes.indexOf(code), cell));
    return {
      view, grid, owned,
      room: (code) => {
        const found = rooms.get(code) || room(code);
        rooms.set(code, found);
        return found;
      },
    };
  };

  // Surveys the view that the map has above the timeline, once as long as it has that.
  L.journey.survey = ({ map, size: sizeOf }, { areas, borders }, places) => {
    const look = L.journey.whose(areas, borders, places);
    let key = "";
    /** @type {Surveyed} */
    let last;
    return () => {
      const whole = L.journey.window(map);
      const view = { ...whole, h: Math.max(1, whole.h - sizeOf("strip").h) };
      const now = Object.values(view).join();
      if (now !== key) [key, last] = [now, surveyed(view, look(view))];
      return last;
    };
  };
})(window.L);
