/* Wheel and fingers: on a page one finger and the wheel scroll it, and two fingers or Ctrl and the wheel are for the map; where the
 * map fills the screen all of them are. */
// needs: core/actions core/element core/modifier map/glide
/** @typedef {{gestures: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  const { element, modifier } = L.journey;
  const PINCH = 70; // pixels of the wheel for a level of zoom where a trackpad is pinched, as browsers tell it: 100 times ln 2
  const WHEEL = 120; // and elsewhere
  const LINES = [1, 20, 400]; // pixels of what a wheel counts in: pixels, lines, pages
  const SHOWN = 3200; // milliseconds that it is said how the map is moved

  // Levels of zoom, one at the most, that an event of the wheel asks for.
  /** @type {(event: WheelEvent) => number} */
  const levels = ({ deltaY, deltaMode, ctrlKey }) =>
    Math.max(-1, Math.min(1, (-deltaY * LINES[deltaMode]) / (ctrlKey ? PINCH : WHEEL)));

  // Whether the page is nothing but the stage, so that there is nothing to scroll.
  /** @type {() => boolean} */
  const alone = () => {
    const { scrollHeight, clientHeight } = document.documentElement;
    return window.parent === window && document.readyState !== "loading" && scrollHeight <= clientHeight;
  };

  // Tells the state when the map fills the screen: by itself, or because the page has nothing else.
  /** @type {(stage: Stage) => void} */
  const filling = (stage) => {
    let full = false;
    const look = () => {
      if (full === (document.fullscreenElement === stage.box || alone())) return;
      full = !full;
      stage.act(L.journey.actions.fill, full);
    };
    stage.on(document, "fullscreenchange", look);
    stage.on(window, "load", look);
    stage.on(stage.map, "resize", look);
    stage.watch("tell", ({ drawn }) => drawn, look);
  };

  // Returns {say(text), which says the first time how the map is moved: to those who have tried, for who reads aloud has no wheel}.
  /** @type {(stage: Stage) => {say(text: string): void}} */
  const hint = (stage) => {
    let said = false;
    return {
      say: (text) => {
        if (said || stage.now().over) return;
        said = true;
        const root = element("p", "jm-hint", text);
        root.setAttribute("aria-hidden", "true");
        stage.box.append(root);
        stage.after(SHOWN, stage.add(() => root.remove()));
      },
    };
  };

  L.journey.gestures = (stage) => {
    const { map, box, words } = stage;
    const { say } = stage.part(hint);
    const { glide } = stage.part(L.journey.glide);
    const loosen = () => stage.act(L.journey.actions.loosen);
    stage.part(filling);
    stage.on(map, "dblclick boxzoomend", loosen);
    stage.on(box, "wheel", (/** @type {WheelEvent} */ event) => {
      if (!stage.now().full && !event.ctrlKey && !event.metaKey) {
        say(modifier(words["map.by_wheel"]));
        return;
      }
      event.preventDefault();
      loosen();
      glide(event, levels(event));
    }, { passive: false });
    // Leaflet would drag the map with one finger.
    stage.on(box, "touchstart", (/** @type {TouchEvent} */ event) => {
      if (event.touches.length > 1) loosen();
      else if (!stage.now().full) event.stopImmediatePropagation();
    }, { capture: true, passive: true });
    stage.on(box, "touchmove", (/** @type {TouchEvent & {target: Node}} */ { touches, target }) => {
      if (touches.length === 1 && !stage.now().full && map.getPane("mapPane")?.contains(target)) say(words["map.by_fingers"]);
    }, { passive: true });
    stage.watch("paint", ({ full }) => full, (full) => { box.style.touchAction = full ? "" : "pan-x pan-y"; });
    stage.add(() => { box.style.touchAction = ""; });
  };
})(window.L);
