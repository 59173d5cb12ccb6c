/* The stage: puts base map, route, labels, strip and panels on one map and keeps them in step. */
(function (L) {
  "use strict";

  const { arithmetic, panels } = L.journey;
  // Pixels of map width from which the card stands beside the map, and from which the legend starts open.
  const WIDE = 760;
  const ROOMY = 1100;
  const MAX_ZOOM = 18;
  // Zooms from which stops are named: those of the chosen leg, and the others.
  const NAMED = { chosen: 5, other: 7.5 };

  // Ranks of labels: what comes first is placed first and never covered.
  const RANK = { outer: 0, badge: 1, end: 2, stop: 3, base: 10 };

  const PANES = ["base", "tiles", "route", "stops", "labels", "vehicle"];
  const AREAS = ["country", "sea", "river"]; // named on their middle, with no dot

  // Waits until the style sheet rules the container, for the page may load it later than the script.
  const styled = (container, gone) => new Promise((resolve) => {
    const look = () => {
      if (gone() || getComputedStyle(container).getPropertyValue("--strip")) resolve();
      else setTimeout(look, 10);
    };
    look();
  });

  // Opens the stage on the map. Data and base {urls | data, box, attribution, providers} are what the
  // page's script brought along as L.journey.data and L.journey.base, where they are not given.
  L.journey.open = (map, data = L.journey.data, base = L.journey.base) => {
    // folium forbids to pinch the page larger; people who need that shall have it.
    document.querySelectorAll("meta[name=viewport]").forEach((meta) => {
      meta.content = "width=device-width, initial-scale=1";
    });
    return L.journey.stage(map, data, { ...base, layers: base.layers || L.journey.layers(base) });
  };

  // Data as the wire gives it; base as in open(), with layers a promise of them.
  // Returns {goTo(legId, heard), view(rung), remove()}, also as map.journey; fires "journey:leg" {leg} when a viewer picks.
  L.journey.stage = (map, data, base) => {
    const container = map.getContainer();
    container.classList.add("jm-stage");
    container.setAttribute("role", "region");
    container.tabIndex = 0;
    container.setAttribute("aria-label", data.words["map.aria"].replace("{title}", data.title));
    const still = window.matchMedia("(prefers-reduced-motion: reduce)");
    let theme = "light";
    let chosen = null;
    const own = []; // the journey's own labels
    let rung = "whole";
    let held = true; // whether the view still is the one the stage chose
    let count = 0; // picks told to the page
    let told; // the pick whose echo is still to come
    const colour = (mode) => data.modes[mode][theme];
    const index = (id) => data.legs.findIndex((leg) => leg.id === id);
    const wide = () => map.getSize().x >= WIDE;

    const bounds = (points) => L.latLngBounds(points);
    const padding = () => {
      const strip = container.querySelector(".jm-strip").offsetHeight;
      const open = chosen !== null;
      const below = open && !wide() ? card.element.offsetHeight + 10 : 0;
      return {
        paddingTopLeft: [legend.element.open && wide() ? legend.element.offsetWidth + 30 : 36, wide() ? 64 : 104],
        paddingBottomRight: [open && wide() ? 330 : 36, strip + below + 34],
      };
    };
    const fly = (box, maxZoom, cut) => {
      held = true;
      ladder.loose(false);
      if (!ready) return;
      map.fitBounds(box, { ...padding(), maxZoom, animate: !cut && !still.matches && container.dataset.drawn === "true" });
    };
    const view = (next, cut = false) => {
      rung = next;
      if (next === "whole") fly(bounds(data.legs.flatMap((leg) => leg.points)), 16, cut);
      if (next === "leg") fly(bounds(data.legs[chosen === null ? 0 : chosen].points), 16, cut);
      if (next === "close") fly(bounds(data.legs[index(data.closeUp.leg)].points), 17, cut);
      ladder.mark(next);
    };

    const rungOf = (leg) => (leg === null ? "whole" : data.closeUp && leg === index(data.closeUp.leg) ? "close" : "leg");
    const show = (next) => {
      chosen = next;
      route.mark(chosen);
      strip.mark(chosen);
      card.show(chosen);
      container.classList.toggle("jm-open", chosen !== null);
      own.forEach((item) => {
        if (item.kind === "stop") item.zoom = item.leg === chosen ? NAMED.chosen : NAMED.other;
      });
      labels.layout();
    };
    const select = (next, silent) => {
      if (next === chosen) return;
      show(next);
      view(rungOf(chosen));
      if (player.begun() && chosen !== null && player.moment().leg !== chosen) player.seek({ leg: chosen, part: 0 });
      const id = chosen === null ? null : data.legs[chosen].id;
      if (!silent) {
        count += 1;
        told = id;
        map.fire("journey:leg", { leg: id });
        if (window.Streamlit) window.Streamlit.setComponentValue({ leg: id, count });
      }
    };
    const pick = (i) => select(i === chosen ? null : i, false);

    const options = {
      ...data,
      colour,
      onPick: pick,
      onScrub: (key, share) => {
        player.pause();
        player.share(key, share);
      },
    };
    const basemap = L.journey.basemap(map, { base, layers: base.layers, words: data.words });
    const route = L.journey.route(map, {
      ...options,
      tip: (leg) => panels.tip(leg, data.modes[leg.mode], data.words),
      stopTip: (stop) => panels.stopTip(stop, data.words),
    });
    const strip = L.journey.strip(map, options);
    const ladder = panels.ladder(map, {
      words: data.words, closeUp: data.closeUp,
      on: {
        zoomIn: () => { onDrag(); map.zoomIn(); },
        zoomOut: () => { onDrag(); map.zoomOut(); },
        whole: () => view("whole"),
        leg: () => (chosen === null ? select(0, false) : view("leg")),
        close: () => view("close"),
        back: () => view(player.pacing() === "story" ? rungOf(player.moment().leg) : "whole"),
      },
    });
    const player = L.journey.player(map, { ...options, still: () => still.matches });
    const transport = L.journey.transport(strip.foot, {
      words: data.words, total: data.total,
      on: {
        toggle: () => toggle(),
        previous: () => player.step(-1),
        next: () => player.step(1),
        speed: player.speed,
        pacing: player.pace,
      },
    });
    // Plays from the leg that is chosen, where nothing was played yet.
    const toggle = () => {
      if (!player.begun() && chosen !== null) player.seek({ leg: chosen, part: 0 });
      if (!player.playing()) {
        show(player.moment().leg);
        follow(chosen);
      }
      player.toggle();
    };
    // The camera goes with the story, until the viewer moves it.
    const follow = (leg) => {
      held = true;
      const next = player.pacing() === "story" ? rungOf(leg) : "whole";
      if (next !== rung || next === "leg") view(next);
    };
    const tellTime = L.journey.clock(data);
    const onMoment = (moment) => {
      if (moment.leg !== chosen) {
        show(moment.leg);
        if (held && player.pacing() === "story") view(rungOf(moment.leg));
      }
      const clock = tellTime(moment);
      container.classList.add("jm-begun");
      route.travelled(moment);
      strip.cursor(player.wholes(), `${clock.time}, ${clock.way}`);
      transport.clock(clock);
    };
    const onPlaying = ({ playing }) => transport.playing(playing);
    const onPacing = ({ pacing }) => {
      transport.pacing(pacing);
      if (player.begun()) follow(player.moment().leg);
    };
    map.on("journey:moment", onMoment).on("journey:playing", onPlaying).on("journey:pacing", onPacing);
    transport.pacing("story");
    const keys = L.journey.keys(container, {
      toggle, close: () => chosen !== null && select(null, false), whole: () => view("whole"), leg: (number) => number < data.legs.length && select(number, false),
      step: player.step, restart: player.restart, end: () => player.seek({ leg: data.legs.length - 1, part: 1 }),
      zoom: (by) => { onDrag(); map.setZoom(map.getZoom() + by); },
      nudge: (by) => options.onScrub("truth", player.wholes().truth + by), slider: strip.slider,
    });
    const card = panels.card(map, { ...options, onClose: () => select(null, false) });
    const legend = panels.legend(map, { ...options, open: false });
    const tiles = L.journey.tiles(map, { words: data.words, providers: base.providers, patience: base.patience });
    const scale = L.control.scale({ imperial: false, maxWidth: 140, position: "bottomleft" }).addTo(map);
    const credit = map.attributionControl?.getContainer();
    const unfold = () => credit.classList.toggle("jm-unfolded");
    if (credit) {
      credit.tabIndex = 0;
      credit.addEventListener("click", unfold);
      map.attributionControl.setPrefix('<a href="https://leafletjs.com">Leaflet</a>').addAttribution(base.attribution);
    }
    const clear = () => [strip, ladder, card, legend, tiles].map((part) => part.element)
      .concat([...container.querySelectorAll(".leaflet-control")])
      .filter((element) => element.offsetParent !== null)
      .map((element) => element.getBoundingClientRect());
    const labels = L.journey.labels(map, { obstacles: clear, lines: route.lines, points: route.points });

    // An end between two legs is named once the shorter of them is long enough to be seen.
    const nameFrom = (end) => Math.max(...data.legs.filter((leg) => end.legs.includes(leg.id))
      .map((leg) => arithmetic.zoomFor(leg.drawn * 1000, end.at[0], 26)));
    own.push(
      ...data.ends.map((end) => ({
        kind: end.outer ? "outer" : "end", text: end.name, at: end.at, gap: 10,
        rank: end.outer ? RANK.outer : RANK.end, zoom: end.outer ? 0 : nameFrom(end),
      })),
      ...data.legs.map((leg, i) => ({
        kind: "mode", icon: data.modes[leg.mode].icon, colour: () => colour(leg.mode),
        at: arithmetic.middle(leg.points), rank: RANK.badge + (data.closeUp && data.closeUp.leg === leg.id ? 0 : 0.5),
        zoom: 0, onClick: () => pick(i),
      })),
      ...data.legs.flatMap((leg, i) => leg.stops.map((stop) => ({
        kind: "stop", text: stop.name, at: stop.at, leg: i, rank: RANK.stop, zoom: NAMED.other, gap: 7,
      }))),
    );
    const taken = new Set(own.filter((item) => item.text).map((item) => item.text));
    const based = (places) => places.filter((place) => !taken.has(place.names.en)).map((place) => ({
      kind: place.kind, text: place.names[data.language] || place.names.en, at: place.at, zoom: place.zoom,
      until: place.until, rank: RANK.base + place.zoom, centred: AREAS.includes(place.kind), gap: 5, dot: !AREAS.includes(place.kind),
    }));

    const painter = L.journey.theme(container, data.themes, (name, colours) => {
      theme = name;
      basemap.repaint(colours);
      route.repaint(colours);
      [strip, card, legend, labels, player].forEach((part) => part.repaint());
    });

    // The world fills the map, and no farther out can be gone, so that no edge of it is ever in sight.
    const confine = () => {
      const { x, y } = map.getSize();
      map.setMinZoom(arithmetic.zoomToFill(Math.max(x, y)));
    };
    map.setMaxZoom(MAX_ZOOM);
    map.setMaxBounds([[-85.05, -36000], [85.05, 36000]]);

    let ready = false;
    const onResize = () => {
      if (!ready) return;
      confine();
      strip.resize();
      if (held) view(rung, true);
    };
    const onDrag = () => {
      held = false;
      ladder.mark(null);
      ladder.loose(player.begun());
    };
    const watch = new ResizeObserver(() => map.invalidateSize({ animate: false }));
    map.on("resize", onResize);
    map.on("dragstart", onDrag);
    container.addEventListener("wheel", onDrag, { passive: true });
    watch.observe(container);
    const message = L.journey.node("p", "jm-message jm-base-failed", data.words["map.base_failed"]);
    const drawn = () => requestAnimationFrame(() => setTimeout(() => { container.dataset.drawn = "true"; }, 0));
    let gone = false;
    const start = styled(container, () => gone).then(() => {
      if (gone) return;
      ready = true;
      map.invalidateSize({ animate: false });
      confine();
      legend.element.open = map.getSize().x >= ROOMY;
      strip.resize();
      view(rung);
    });
    start.then(() => basemap.ready).then((places) => {
      if (gone) return;
      basemap.draw();
      labels.set([...own, ...based(places)]);
      drawn();
    }, () => {
      if (gone) return;
      labels.set(own);
      container.appendChild(message);
      drawn();
    });

    map.journey = {
      // Chooses a leg for the page, unless the viewer has picked since the page last heard (`heard` picks).
      goTo: (id, heard = count) => {
        const echo = told === id;
        if (heard < count) return;
        told = undefined;
        if (!echo) select(id === null || index(id) < 0 ? null : index(id), true);
      },
      view,
      remove: () => {
        gone = true;
        watch.disconnect();
        map.off("resize", onResize);
        map.off("dragstart", onDrag);
        map.off("journey:moment", onMoment).off("journey:playing", onPlaying).off("journey:pacing", onPacing);
        container.removeEventListener("wheel", onDrag);
        [keys, player, painter, labels, tiles, legend, card, ladder, strip, route, basemap, scale, message].forEach((part) => part.remove());
        container.classList.remove("jm-stage", "jm-begun", "jm-open");
        ["role", "aria-label", "tabindex", "data-drawn"].forEach((name) => container.removeAttribute(name));
        if (map.attributionControl) {
          credit.removeEventListener("click", unfold);
          map.attributionControl.setPrefix(false).removeAttribution(base.attribution);
        }
        PANES.forEach((name) => map.getPane(name)?.remove());
        delete map.journey;
      },
    };
    return map.journey;
  };
})(window.L);
