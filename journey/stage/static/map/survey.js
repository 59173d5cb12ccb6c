/* The ground that is in view, as names need it: whose each piece of land is, and where water lies. */
// needs: arithmetic/fitting arithmetic/whose
/** Land and borders of the base map. A survey has the view, its grid, whose each cell of land is, and the room among the cells of
 * a country or of the water (null).
 * @typedef {import("../arithmetic/grid.js").Lines} Lines
 * @typedef {import("../arithmetic/grid.js").Border} Border
 * @typedef {import("../arithmetic/mercator.js").Window} Window
 * @typedef {import("../arithmetic/whose.js").Land} Land
 * @typedef {import("../arithmetic/fitting.js").Room} Room
 * @typedef {{areas: Lines[], borders: (Border & {kind: string})[]}} Ground
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
      const { x, y } = map.getPixelOrigin().add(map.containerPointToLayerPoint([0, 0]));
      const [size, zoom] = [map.getSize(), map.getZoom()];
      const high = size.y - sizeOf("strip").h;
      const now = [zoom, x, y, size.x, high].join();
      if (now !== key) {
        const view = { scale: 256 * 2 ** zoom, zoom, x, y, w: size.x, h: Math.max(1, high) };
        [key, last] = [now, surveyed(view, look(view))];
      }
      return last;
    };
  };
})(window.L);
