/* The camera: the zoom ladder, following the story, letting go and coming back, and the scale in words. */
// needs: arithmetic/arithmetic arithmetic/fill arithmetic/pace core/node
(function (L) {
  "use strict";

  const { fill, pace } = L.journey;
  const { zoomToFill, widthAt } = L.journey.arithmetic;
  const CALM = 2000; // milliseconds that a leg takes to play at the least, for the camera to go there
  const MAX_ZOOM = 18;
  const CLOSEST = { whole: 16, leg: 16, close: 17 }; // zooms that a rung goes to at the most

  // Two digits of a number that is only about right.
  const about = (value) => (value > 0 ? Number(value.toPrecision(2)) : 0);

  // How wide the screen is, and how the journey's legs compare with that, as a sentence.
  // `width` is in km.
  const inWords = (data, width) => {
    const { words } = data;
    const number = new Intl.NumberFormat(data.locale);
    const unit = (name, value) => new Intl.NumberFormat(data.locale, { style: "unit", unit: name, unitDisplay: "long" }).format(value);
    const across = width < 1 ? unit("meter", about(width * 1000)) : unit("kilometer", about(width));
    const lengths = data.legs.map((leg) => ({ name: leg.name, length: leg.km[leg.km.length - 1] - leg.km[0] }))
      .filter(({ length }) => length > 0).sort((a, b) => a.length - b.length);
    const [short, long] = [lengths[0], lengths[lengths.length - 1]];
    if (!long || !(width > 0)) return fill(words["map.scale"], { width: across });
    const many = long.length / width >= 2;
    const [key, leg, times] = many ? ["map.scale_long", long, long.length / width] : ["map.scale_short", short, width / short.length];
    if (times < 2) return fill(words["map.scale"], { width: across });
    return fill(words[key], { width: across, leg: leg.name, times: number.format(about(times)) });
  };

  // Options: data, chosen() index or null, padding() as fitBounds takes it, still() whether motion is unwanted,
  // onChange() when another view was chosen or let go. Returns {view(rung, cut), rungOf(leg | null), home(leg, pacing),
  // follow(leg, pacing), loosen(), held(), rung(), free() -> [lat, lon, zoom], place([lat, lon, zoom]), start(), resize(),
  // element, remove()}. A rung is "whole", "leg" or "close".
  L.journey.camera = (map, options) => {
    const { data } = options;
    const close = data.closeUp ? data.legs.findIndex((leg) => leg.id === data.closeUp.leg) : -1;
    const boxes = data.legs.map((leg) => L.latLngBounds(leg.points));
    const whole = boxes.reduce((all, box) => all.extend(box), L.latLngBounds([]));
    let rung = "whole";
    let held = true; // whether the view still is the one that the stage chose
    let ready = false;
    const words = L.journey.node("p", "jm-scale-words");
    map.getContainer().appendChild(words);

    const boxOf = (name) => {
      if (name === "close" && close >= 0) return boxes[close];
      return name === "leg" ? boxes[options.chosen() || 0] : whole;
    };
    // Leaflet is deaf while it zooms, so what is asked for then waits until it rests.
    const fit = (cut) => {
      map.off("moveend", fitLater);
      if (map._animatingZoom) map.once("moveend", fitLater);
      else map.fitBounds(boxOf(rung), { ...options.padding(), maxZoom: CLOSEST[rung], animate: !cut && !options.still() });
    };
    const fitLater = () => held && fit(false);
    const view = (name, cut = false) => {
      rung = name;
      held = true;
      if (ready) fit(cut);
      options.onChange();
    };
    const rungOf = (leg) => {
      if (leg === null) return "whole";
      return leg === close ? "close" : "leg";
    };

    // The rung that the story is told on; legs that pass in a moment are no reason to fly about.
    const home = (leg, pacing) => (pacing === "story" && pace.turn(data.legs.length) >= CALM ? rungOf(leg) : "whole");

    const onDrag = () => {
      held = false;
      options.onChange();
    };
    const tell = () => {
      const width = widthAt(map.getCenter().lat, map.getZoom(), map.getSize().x);
      words.textContent = inWords(data, width);
    };
    // The world fills the map, and no farther out can be gone, so that no edge of it is ever in sight.
    const confine = () => {
      const { x, y } = map.getSize();
      map.setMinZoom(zoomToFill(Math.max(x, y)));
    };
    map.setMaxZoom(MAX_ZOOM);
    map.setMaxBounds([[-85.05, -36000], [85.05, 36000]]);
    map.on("dragstart", onDrag).on("moveend", tell);
    map.getContainer().addEventListener("wheel", onDrag, { passive: true });

    return {
      element: words,
      view,
      rungOf,
      home,
      // Goes with the story to a leg, while the viewer has not let go of it.
      follow: (leg, pacing) => {
        const next = home(leg, pacing);
        if (held && (next !== rung || next === "leg")) view(next);
      },
      loosen: onDrag,
      held: () => held,
      rung: () => rung,
      free: () => [map.getCenter().wrap().lat, map.getCenter().wrap().lng, map.getZoom()],
      place: ([lat, lon, zoom]) => {
        map.setView([lat, lon], zoom, { animate: false });
        onDrag();
      },
      start: () => {
        ready = true;
        confine();
      },
      resize: () => {
        if (!ready) return;
        confine();
        if (held) view(rung, true);
      },
      remove: () => {
        map.off("dragstart", onDrag).off("moveend", tell).off("moveend", fitLater);
        map.getContainer().removeEventListener("wheel", onDrag);
        words.remove();
      },
    };
  };
  L.journey.camera.inWords = inWords;
})(window.L);
