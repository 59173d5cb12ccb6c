/* Zooming by the wheel, without steps, around where it is turned. */
/** @typedef {{glide: (stage: Stage) => {glide(event: MouseEvent, levels: number): void}}} Gives */
(function (L) {
  "use strict";

  const EASE = 60; // milliseconds in which two thirds of the way are gone
  const CLOSE = 0.005; // levels from the goal at which it is reached
  const REST = 150; // milliseconds without another turn of the wheel, after which it rests

  // Returns {glide(event, levels), which zooms by so many levels and leaves what lies under the mouse where it is}.
  L.journey.glide = (stage) => {
    const { map } = stage;
    /** @type {{at: L.Point, anchor: L.LatLng, goal: number, zoom: number, heard: number, last: number} | null} */
    let run = null;
    let stop = () => {};
    const end = () => {
      stop();
      if (run) map._moveEnd(true);
      run = null;
    };
    /** @type {(now: number) => void} */
    const step = (now) => {
      if (!run) return;
      const { at, anchor, goal, zoom, last, heard } = run;
      const near = stage.now().still || Math.abs(goal - zoom) < CLOSE;
      run.zoom = near ? goal : goal + (zoom - goal) * Math.exp(Math.min(0, last - now) / EASE);
      run.last = now;
      if (run.zoom !== zoom) {
        const { x, y } = map.project(anchor, run.zoom);
        const half = map.getSize();
        map._move(map.unproject(L.point(x - at.x + half.x / 2, y - at.y + half.y / 2), run.zoom), run.zoom, { pinch: true });
      }
      if (near && now - heard > REST) end();
      else stop = stage.frame(step);
    };
    // What else moves the map moves it from there.
    const leave = () => {
      stop();
      run = null;
    };
    stage.on(map, "dragstart zoomanim", leave);
    stage.watch("tell", ({ aim }) => aim.to, (to) => { if (to !== null) leave(); });
    stage.add(leave);
    /** @type {(event: MouseEvent, levels: number) => void} */
    const glide = (event, levels) => {
      const [now, at] = [performance.now(), map.mouseEventToContainerPoint(event)];
      if (!run) {
        map._stop();
        map._moveStart(true, false);
        run = { at, anchor: map.containerPointToLatLng(at), goal: map.getZoom(), zoom: map.getZoom(), heard: now, last: now };
        stop = stage.frame(step);
      } else if (at.x !== run.at.x || at.y !== run.at.y) Object.assign(run, { at, anchor: map.containerPointToLatLng(at) });
      run.goal = Math.max(map.getMinZoom(), Math.min(map.getMaxZoom(), run.goal + levels));
      run.heard = now;
    };
    return { glide };
  };
})(window.L);
