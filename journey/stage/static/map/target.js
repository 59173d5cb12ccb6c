/* Where a long flight leads: the frame of the view that is coming, and how wide the picture is, in words, at each power of ten. */
// needs: arithmetic/arithmetic arithmetic/fill arithmetic/kilometres core/element map/window
/** @typedef {import("./pilot.js").Flown} Flown
 * @typedef {{target: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  const { arithmetic, element, fill, kilometres } = L.journey;
  const LEAST = 0.1; // of the picture, that a frame is at the least: what is seen ten times nearer
  const FIRST = 0.45; // the same as it appears, before it shrinks into place
  const SLACK = 1e-6; // of a power of ten, by which a width may be reached
  const NEAR = 1.3; // times the last width, from which that is said

  // Kilometres that the picture is wide.
  /** @type {(map: L.Map) => number} */
  const across = (map) => arithmetic.widthAt(map.getCenter().lat, map.getZoom(), map.getSize().x);

  // The same of a sight.
  /** @type {(sight: Flown["to"]) => number} */
  const breadth = ({ y, w }) => (arithmetic.widthAt(0, 0, 256) * w) / Math.cosh((0.5 - y) * 2 * Math.PI);

  // How wide a picture is said to be on its way from a width to another, all in km: as often ten times less or more as it has come
  // to, and at last what it will be.
  /** @type {(from: number, to: number, now: number) => number} */
  const said = (from, to, now) => {
    if (Math.max(now / to, to / now) < NEAR) return to;
    const powers = Math.log10(now / from);
    return from * 10 ** (Math.sign(powers) * Math.floor(Math.abs(powers) + SLACK));
  };

  // Where the frame of a view stands on the map: what of it the timeline and a text leave free, and never very small.
  /** @type {(stage: Stage, sight: Flown["to"], least: number) => Box} */
  const placed = ({ map, size, view }, sight, least) => {
    const { scale, x, y, w, h } = L.journey.window(map);
    const share = Math.max(least, (sight.w * scale) / w);
    const { aside, under } = view();
    const left = document.dir === "rtl" ? -aside : aside;
    const below = size("strip").h + under;
    const [wide, high] = [share * (w - aside), share * (h - below)];
    // About the middle of what is free, which stays where it is on the map.
    const times = sight.w / w;
    return { x: (sight.x + (left / 2) * times) * scale - x - wide / 2, y: (sight.y - (below / 2) * times) * scale - y - high / 2, w: wide, h: high };
  };

  // Says nothing to those who cannot see it: where they are, the leg and the ruler tell.
  L.journey.target = (stage) => {
    const { map, box, words, tale } = stage;
    const [frame, scale] = [element("div", "jm-target"), element("p", "jm-flown")];
    [frame, scale].forEach((part) => {
      part.setAttribute("aria-hidden", "true");
      box.append(part);
      stage.add(() => part.remove());
    });
    /** @type {{flown: Flown, from: number} | null} */
    let shown = null;
    const place = (/** @type {Flown} */ { from, to }, least = LEAST) => {
      const { x, y, w, h } = placed(stage, to.w < from.w ? to : from, least);
      Object.assign(frame.style, { transform: `translate(${x}px,${y}px)`, width: `${w}px`, height: `${h}px` });
    };
    const tell = (/** @type {number} */ km) => {
      const text = stage.now().hushed.length ? "" : fill(words["map.flown"], { width: kilometres(tale.data.locale, km, "long") });
      if (scale.textContent !== text) scale.textContent = text;
    };
    const begin = (/** @type {Flown} */ flown) => {
      const { leg, aim } = stage.now();
      const { mode } = tale.legs[aim.to === "close" ? tale.close : leg ?? stage.view().moment.leg];
      // It has the same on the way back.
      if (flown.to.w < flown.from.w || !frame.style.getPropertyValue("--ink")) frame.style.setProperty("--ink", stage.view().colour(mode));
      if (!shown && flown.wait) {
        place(flown, FIRST);
        frame.getBoundingClientRect(); // From there it shrinks.
        frame.classList.add("jm-coming");
      }
      shown = { flown, from: across(map) };
      place(flown);
      tell(shown.from);
      box.classList.add("jm-flies");
    };
    const end = () => {
      shown = null;
      frame.classList.remove("jm-coming");
      box.classList.remove("jm-flies");
    };
    stage.add(() => box.classList.remove("jm-flies"));
    stage.on(map, "journey:flight journey:coming", ({ flown }) => (flown?.far ? begin(flown) : end()));
    stage.on(map, "move", () => {
      if (!shown) return;
      frame.classList.remove("jm-coming");
      place(shown.flown);
      tell(said(shown.from, breadth(shown.flown.to), across(map)));
    });
  };
})(window.L);
