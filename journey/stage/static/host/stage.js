/* The stage: the map with everything on it, from base map to keyboard. */
// needs: core/actions core/compose core/element core/first core/player core/tale core/tongues host/bridge map/basemap map/breadth map/captions map/course map/credits map/degrees map/dots map/gestures map/hits map/labels map/landmarks map/lens map/lines map/region map/vehicle outside/faces outside/focus outside/keys outside/link outside/still outside/theme panels/card panels/ending panels/help panels/inset panels/ladder panels/legend panels/opening panels/ruler panels/strip panels/tiles panels/tips panels/transport panels/voice
/** @typedef {{stage: (map: L.Map, data: Data, base: Base, before?: State) => Handle}} Gives */
(function (L) {
  "use strict";

  const {
    actions, basemap, breadth, bridge, captions, card, compose, course, credits, degrees, dots, ending, faces, first, focus, gestures, help, hits, inset, keys,
    labels, ladder, landmarks, legend, lens, lines, link, element, opening, player, region, ruler, still, strip, tale, theme, tiles, tips,
    transport, vehicle, voice,
  } = L.journey;
  const PATIENCE = 10; // milliseconds between two looks for the style sheet
  const SOON = 80; // milliseconds after the map is on screen to what may come later than all else

  // Calls act() a moment after the map is on screen and nothing else waits to be, once the letters have their widths. Whose land is
  // where takes longer to find out than all the rest takes to draw, and is not what one looks at first.
  /** @type {(stage: Stage, wear: (then: () => void) => void, act: () => void) => void} */
  const afterwards = (stage, wear, act) => {
    const go = () => {
      act();
      stage.act(actions.drawn, "named");
    };
    stage.watch("tell", ({ drawn }) => drawn === "seen", (seen) => { if (seen) stage.after(SOON, () => stage.frame(() => wear(go))); });
  };

  // Where the panels, but for those of these names, and Leaflet's own controls lie in the window.
  /** @type {(stage: Stage, ...but: string[]) => DOMRect[]} */
  const panelsOf = (stage, ...but) => [
    ...stage.rects(...but), ...[...stage.box.querySelectorAll(".leaflet-control")].map((control) => control.getBoundingClientRect()),
  ];

  // The panels, in the order of the tab key.
  /** @type {(stage: Stage, base: Base, whose: string, ground: import("../map/basemap.js").Basemap, courses: import("../map/course.js").Course[]) =>
   *   {entry: ReturnType<typeof opening>, slider: HTMLElement}} */
  const panelled = (stage, base, whose, ground, courses) => {
    const [entry, timeline] = [stage.part(opening), stage.part(strip)];
    stage.part(transport, timeline.element);
    const scale = stage.part(ruler);
    [card, ending, ladder].forEach((part) => stage.part(part));
    const { foot } = stage.part(legend);
    stage.part(help, scale.said);
    stage.part(inset, ground, courses);
    stage.part(tiles, base, foot);
    stage.part(credits, base.credit, whose, foot);
    return { entry, slider: timeline.slider };
  };

  // The map and the panels over it, in the order of painting: the camera comes after the panels, for it has to know their size,
  // and what is drawn comes after the camera.
  /** @type {(stage: Stage, base: Base) => {draw(): void, slider: HTMLElement}} */
  const furnish = (stage, base) => {
    const { data, legs } = stage.tale;
    const courses = legs.map(({ points, lane }) => course(points, lane));
    const places = dots(data);
    [still, theme, region, voice].forEach((part) => stage.part(part));
    const [{ wear }, ground] = [stage.part(faces), stage.part(basemap, base)];
    const { entry, slider } = panelled(stage, base, data.whose, ground, courses);
    [lens, gestures, degrees].forEach((part) => stage.part(part));
    const beside = stage.part(landmarks, ground);
    const route = stage.part(lines, courses, places);
    const river = stage.part(breadth, ground, route.pixels, beside.rects);
    stage.part(tips, hits(stage, courses, places, route));
    const traveller = stage.part(vehicle);
    const placed = stage.part(labels, {
      points: route.points, legs: route.legs, ground: ground.lines, traveller: traveller.box, panels: () => panelsOf(stage),
      obstacles: () => [...beside.rects(), ...entry.rects(), ...(stage.now().playing ? [] : traveller.rects())],
    });
    const names = stage.part(captions, placed, [beside, river].flatMap(({ items }) => items));
    return {
      slider,
      draw: () => {
        const known = ground.draw();
        entry.stand({ panels: () => panelsOf(stage, "opening", "start"), legs: route.legs, ends: data.ends.filter(({ outer }) => outer || !data.marks).map(({ at }) => at), ground: known && known.ground });
        [beside, river, names].forEach((part) => part.drawn());
        const paints = document.createElement("canvas").getContext("2d");
        if (!known || !paints) stage.put("message", element("p", "jm-message jm-base-failed", stage.words[paints ? "map.base_failed" : "map.not_drawn"]));
        afterwards(stage, wear, () => {
          ground.deepen();
          if (known) names.show(known, base.countries || {});
        });
        stage.act(actions.drawn, "basemap");
      },
    };
  };

  // Calls begin() when the style sheet rules the map, for the page may load it later than the script.
  /** @type {(stage: Stage, begin: () => void) => void} */
  const styled = (stage, begin) => {
    let gone = false;
    stage.add(() => { gone = true; });
    const look = () => {
      if (gone) return;
      if (getComputedStyle(stage.box).getPropertyValue("--strip")) begin();
      else stage.after(PATIENCE, look);
    };
    queueMicrotask(look);
  };

  // Data as the wire gives it, with its legs unpacked. Returns the handle that is also map.journey. It opens where the address leads,
  // or in the state `before` of a stage that stood on the map until now.
  L.journey.stage = (map, data, base, before) => {
    L.journey.tongues.know(data.tongues || []);
    const { stage, wake, remove } = compose(map, tale(data), { ...first, heard: Boolean(window.Streamlit), ...before, drawn: "none", flight: null });
    const { draw, slider } = furnish(stage, base);
    stage.part(player);
    stage.part(focus);
    stage.part(keys, slider);
    const address = stage.part(link);
    const handle = stage.part(bridge);
    stage.observe(stage.box, () => map.invalidateSize({ animate: false }));
    styled(stage, () => {
      map.invalidateSize({ animate: false });
      const said = address.now();
      const { leg } = stage.now();
      const id = leg === null ? said.leg : data.legs[leg].id;
      // A leg that was picked on the page meanwhile has no moment in the address.
      if (!before) stage.act(actions.link, id === said.leg ? said : { ...said, leg: id, part: null, view: null });
      stage.act(actions.drawn, "route");
      wake();
      draw();
    });
    stage.add(() => { delete map.journey; });
    map.journey = { ...handle, remove };
    return map.journey;
  };
})(window.L);
