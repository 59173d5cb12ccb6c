/* The stage: puts base map, route, labels, strip and panels on one map and keeps them in step. */
// needs: arithmetic/fill arithmetic/pace arithmetic/unpack core/actions core/choice core/dock core/first core/node core/part core/player core/store core/tale core/telling core/view map/basemap map/camera map/captions map/frame map/inset map/labels map/route map/tiles outside/keys outside/link outside/theme panels/card panels/help panels/panels panels/strip panels/transport
(function (L) {
  "use strict";

  const { pace, panels, node, fill } = L.journey;
  const { frame, margins, voice, styled } = L.journey.frame;
  // Pixels of map width from which the card stands beside the map, and from which the legend starts open.
  const WIDE = 760;
  const ROOMY = 1100;
  const EDGE = 26; // pixels around the route, so that the vehicle and its place stay in sight
  // What is put on the map, in the order in which it is taken away again.
  const PARTS = [
    "kept", "started", "link", "keys", "telling", "labels", "margin", "tiles", "inset", "help", "legend", "ladder", "card",
    "camera", "player", "strip", "route", "basemap", "voice", "framed",
  ];
  const PANES = ["base", "tiles", "route", "labels", "vehicle"];

  // Opens the stage on the map. Data and base {layers, bbox, attribution, providers} are what the page's
  // script brought along as L.journey.data and L.journey.base, where they are not given.
  L.journey.open = (map, data = L.journey.data, base = L.journey.base) => {
    // folium forbids to pinch the page larger; people who need that shall have it.
    document.querySelectorAll("meta[name=viewport]").forEach((meta) => {
      meta.content = "width=device-width, initial-scale=1";
    });
    const told = { ...data, legs: data.legs.map(L.journey.unpack.leg) };
    const fault = pace.fault(told.legs);
    if (fault) {
      const message = node("p", "jm-fault", data.words[fault]);
      map.getContainer().append(message);
      map.journey = { goTo: () => {}, view: () => {}, remove: () => message.remove() };
      return map.journey;
    }
    return L.journey.stage(map, told, base);
  };

  // How many words a leg's card has to be read.
  const wordsOf = (leg) => [leg.text, leg.jump, ...leg.unknown].join(" ").split(/\s+/).length;

  // What the panels leave of the map, as fitBounds takes it. A panel that is hidden takes nothing.
  const padding = (stage) => {
    const { map, legend, strip, card, ladder, tiles, container } = stage;
    const wide = map.getSize().x >= WIDE;
    const beside = stage.chosen !== null && wide && card.element.offsetWidth > 0;
    const [left, right] = [legend.element.open && wide ? legend.element.offsetWidth + 30 : 36, beside ? 330 : 36];
    const high = (name) => container.querySelector(`.leaflet-control-${name}`)?.offsetHeight || 0;
    const above = ladder.element.offsetHeight ? (wide ? 64 : 104) : EDGE;
    // Beside an open legend the scale bar is out of the way.
    const foot = high("attribution") + (left > 36 ? 0 : high("scale")) + EDGE;
    const below = wide ? foot : card.element.offsetHeight + (tiles.element.offsetHeight ? 96 : foot);
    return { paddingTopLeft: [left, above], paddingBottomRight: [right, strip.element.offsetHeight + below] };
  };

  // Whether the camera had better cut: motion is unwanted, or nothing is drawn yet.
  const still = ({ media, container }) => media.matches || container.dataset.drawn !== "true";

  // Lays out again what a panel that grew or shrank stands beside.
  const settle = (stage) => {
    stage.container.style.setProperty("--card", `${stage.card.element.offsetHeight}px`);
    stage.camera.resize();
    stage.labels.layout();
  };

  // The map and what lies on it: ground, route, timeline, player.
  const build = (stage, options) => {
    const { map, data, base, container } = stage;
    const { words } = data;
    stage.framed = frame(container, fill(words["map.aria"], { title: data.title }));
    stage.voice = voice(container);
    stage.basemap = L.journey.basemap(map, { base, words });
    stage.route = L.journey.route(map, {
      ...options,
      tip: (leg) => panels.tip(leg, data.modes[leg.mode], words),
      stopTip: (stop) => panels.stopTip(stop, words),
    });
    stage.strip = L.journey.strip(map, options);
    stage.player = L.journey.player(map, { ...options, still: () => stage.media.matches, words: wordsOf });
    stage.captions = L.journey.captions(data, options);
    stage.camera = L.journey.camera(map, {
      data, chosen: () => stage.chosen, padding: () => padding(stage), still: () => still(stage),
      onChange: () => {
        stage.ladder.mark(stage.camera.held() ? stage.camera.rung() : null);
        stage.ladder.loose(!stage.camera.held() && stage.player.begun());
      },
    });
  };

  // What lies over the map and can be pressed.
  const furnish = (stage, options, acts) => {
    const { map, data, base, camera, player } = stage;
    const { words } = data;
    const { choice, telling } = stage;
    stage.card = L.journey.card(map, {
      ...options, onClose: () => choice.select(null, false), onTurn: choice.turn, onSize: () => settle(stage),
    });
    stage.ladder = panels.ladder(map, { words, closeUp: data.closeUp, on: acts });
    stage.transport = L.journey.transport(stage.strip.foot, {
      words, total: data.total,
      on: {
        toggle: telling.toggle, previous: () => telling.step(-1), next: () => telling.step(1),
        speed: player.speed, pacing: player.pace,
        unfold: () => {
          const open = stage.strip.unfold();
          settle(stage);
          return open;
        },
      },
    });
    stage.legend = panels.legend(map, { ...options, open: false });
    stage.help = L.journey.help(map, { words });
    stage.inset = L.journey.inset(map, {
      ...options, base: stage.basemap.sheet, courses: stage.route.courses, onWhole: () => camera.view("whole"),
    });
    stage.tiles = L.journey.tiles(map, { words, providers: base.providers, patience: base.patience });
    stage.margin = margins(map, base.attribution);
    stage.labels = L.journey.labels(map, {
      obstacles: () => [stage.strip, stage.ladder, stage.card, stage.legend, stage.tiles, stage.inset, camera].map((part) => part.element)
        .concat([...stage.container.querySelectorAll(player.playing() ? ".leaflet-control" : ".leaflet-control, .jm-vehicle")])
        .filter((element) => element.offsetParent !== null)
        .map((element) => element.getBoundingClientRect()),
      lines: stage.route.lines, points: stage.route.points,
    });
  };

  // What buttons and keys do to camera and screen.
  const actsOf = (stage) => {
    const { map, legs, choice, camera, player } = stage;
    const zoom = (by) => {
      camera.loosen();
      map.setZoom(map.getZoom() + by);
    };
    return {
      zoom,
      zoomIn: () => zoom(1),
      zoomOut: () => zoom(-1),
      screen: () => L.journey.screen(stage.container),
      help: () => stage.help.toggle(),
      whole: () => camera.view("whole"),
      close: () => camera.view("close"),
      leg: () => (stage.chosen === null ? choice.select(0, false) : camera.view("leg")),
      back: () => camera.view(camera.home(player.moment().leg, player.pacing())),
      escape: () => stage.help.close() || (stage.chosen !== null && choice.select(null, false)),
      number: (i) => i < legs.length && choice.select(i, false),
      end: () => player.seek({ leg: legs.length - 1, part: 1 }),
    };
  };

  // Draws the stage: panels, route, base map, and the words on it.
  const start = (stage) => {
    const { map, container, basemap, labels, captions, data } = stage;
    const message = node("p", "jm-message jm-base-failed", data.words["map.base_failed"]);
    const drawn = () => requestAnimationFrame(() => setTimeout(() => { container.dataset.drawn = "true"; }, 0));
    styled(container, () => stage.gone).then(() => {
      if (stage.gone) return;
      map.invalidateSize({ animate: false });
      stage.legend.element.open = map.getSize().x >= ROOMY;
      stage.strip.resize();
      stage.camera.start();
      const said = stage.link.now();
      const first = stage.first === null ? null : stage.legs[stage.first].id;
      stage.telling.apply({ ...said, leg: said.leg === null ? first : said.leg });
      stage.route.show();
      stage.ready = true;
      const places = basemap.draw();
      stage.inset.repaint();
      labels.set([...captions.items, ...captions.based(places || [])]);
      if (!places) container.appendChild(message);
      drawn();
    });
    return { remove: () => message.remove() };
  };

  // Keeps the stage as large as its element, and in the theme's colours; returns {remove()}.
  const keep = (stage) => {
    const { map, container } = stage;
    const painter = L.journey.theme(container, stage.data.themes, (name, colours) => {
      stage.theme = name;
      [stage.basemap, stage.route].forEach((part) => part.repaint(colours));
      [stage.strip, stage.card, stage.legend, stage.labels, stage.player, stage.inset].forEach((part) => part.repaint());
    });
    const onResize = () => {
      if (!stage.ready) return;
      stage.strip.resize();
      stage.camera.resize();
    };
    const watch = new ResizeObserver(() => map.invalidateSize({ animate: false }));
    map.on("resize", onResize);
    watch.observe(container);
    return {
      remove: () => {
        watch.disconnect();
        map.off("resize", onResize);
        painter.remove();
      },
    };
  };

  // Data as the wire gives it; base as in open(). Returns {goTo(legId, heard), view(rung),
  // seek(legId, part), play, pause, moment, strip, colour, remove()}, also as map.journey; fires "journey:leg" {leg} when
  // a viewer picks.
  L.journey.stage = (map, data, base) => {
    const stage = {
      map, data, base, legs: data.legs, container: map.getContainer(), media: window.matchMedia("(prefers-reduced-motion: reduce)"),
      theme: "light", chosen: null, first: null, ready: false, gone: false,
    };
    const choice = L.journey.choice(stage);
    const telling = L.journey.telling(stage);
    Object.assign(stage, { choice, telling });
    const colour = (mode) => data.modes[mode][stage.theme];
    const options = { ...data, colour, onPick: choice.pick, onScrub: telling.scrub };
    build(stage, options);
    const acts = actsOf(stage);
    furnish(stage, options, acts);
    const { player, strip, camera } = stage;
    stage.keys = L.journey.keys(stage.container, {
      ...acts, toggle: telling.toggle, step: telling.step, restart: player.restart, close: acts.escape, leg: acts.number,
      nudge: (by) => telling.scrub("truth", player.wholes().truth + by), sliders: [strip.slider],
    });
    stage.link = L.journey.link({
      ids: data.legs.map((leg) => leg.id), state: telling.state, onLink: (said) => stage.ready && telling.apply(said),
    });
    stage.transport.pacing("story");
    Object.assign(stage, { kept: keep(stage), started: start(stage) });
    map.journey = {
      goTo: choice.goTo,
      view: camera.view,
      // Steers the story from outside: to a part, 0..1, of a leg; plays and pauses; says {leg, part}.
      seek: (id, part) => {
        player.pause();
        if (choice.index(id) >= 0) player.seek({ leg: choice.index(id), part });
      },
      play: player.play,
      pause: player.pause,
      moment: player.moment,
      strip,
      colour,
      remove: () => {
        stage.gone = true;
        PARTS.forEach((name) => stage[name].remove());
        stage.container.style.removeProperty("--card");
        PANES.forEach((name) => map.getPane(name)?.remove());
        delete map.journey;
      },
    };
    return map.journey;
  };
})(window.L);
