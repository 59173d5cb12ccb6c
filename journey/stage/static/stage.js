/* The stage: puts base map, route, labels, strip and panels on one map and keeps them in step. */
(function (L) {
  "use strict";

  const { pace, panels, node, fill } = L.journey;
  // Pixels of map width from which the card stands beside the map, and from which the legend starts open.
  const WIDE = 760;
  const ROOMY = 1100;
  const PANES = ["base", "tiles", "route", "labels", "vehicle"];

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
    const { leg, layers } = L.journey.unpack;
    const told = { ...data, legs: data.legs.map(leg) };
    const fault = pace.fault(told.legs);
    if (fault) {
      const message = node("p", "jm-fault", data.words[fault]);
      map.getContainer().append(message);
      map.journey = { goTo: () => {}, view: () => {}, remove: () => message.remove() };
      return map.journey;
    }
    const opened = { ...base, data: layers(base.data || {}) };
    return L.journey.stage(map, told, { ...opened, layers: opened.layers || L.journey.layers(opened) });
  };

  // The words of a leg in one sentence, for those who hear the story.
  const sentence = (leg, mode, words) => {
    const said = (key) => (leg.facts.find((fact) => fact.key === key) || { said: words["leg.unknown_duration"] }).said;
    return fill(words["itinerary.leg"], {
      mode: mode.name, start: leg.from, end: leg.to, duration: said("duration"), distance: said("distance"),
    });
  };

  // How many words a leg's card has to be read.
  const wordsOf = (leg) => [leg.text, leg.jump, ...leg.unknown].join(" ").split(/\s+/).length;

  // Names the map for readers and gives it the keyboard; returns {remove()}.
  const frame = (container, title) => {
    container.classList.add("jm-stage");
    const marks = { role: "region", "aria-label": title, tabindex: "0" };
    Object.entries(marks).forEach(([name, value]) => container.setAttribute(name, value));
    return {
      remove: () => {
        container.classList.remove("jm-stage", "jm-begun", "jm-open", "jm-over");
        [...Object.keys(marks), "data-drawn"].forEach((name) => container.removeAttribute(name));
      },
    };
  };

  // Leaflet's scale bar and the credits; returns {remove()}.
  const margins = (map, attribution) => {
    const scale = L.control.scale({ imperial: false, maxWidth: 140, position: "bottomleft" }).addTo(map);
    const control = map.attributionControl;
    if (!control) return scale;
    const credit = control.getContainer();
    const unfold = () => credit.classList.toggle("jm-unfolded");
    credit.tabIndex = 0;
    credit.addEventListener("click", unfold);
    control.setPrefix('<a href="https://leafletjs.com">Leaflet</a>').addAttribution(attribution);
    return {
      remove: () => {
        scale.remove();
        credit.removeEventListener("click", unfold);
        control.setPrefix(false).removeAttribution(attribution);
      },
    };
  };

  // Data as the wire gives it; base as in open(), with layers a promise of them.
  // Returns {goTo(legId, heard), view(rung), seek(legId, part), play, pause, moment, strip, colour, remove()}, also as map.journey; fires "journey:leg" {leg} when a viewer picks.
  L.journey.stage = (map, data, base) => {
    const { words, legs } = data;
    const container = map.getContainer();
    const media = window.matchMedia("(prefers-reduced-motion: reduce)");
    const still = () => media.matches || container.dataset.drawn !== "true";
    const index = (id) => legs.findIndex((leg) => leg.id === id);
    const wide = () => map.getSize().x >= WIDE;
    let theme = "light";
    let chosen = null;
    let ready = false;
    let gone = false;
    let first = null; // the leg that the page chose before the stage was ready
    let count = 0; // picks told to the page
    let told; // the pick whose echo is still to come
    const colour = (mode) => data.modes[mode][theme];

    const padding = () => ({
      paddingTopLeft: [legend.element.open && wide() ? legend.element.offsetWidth + 30 : 36, wide() ? 64 : 104],
      paddingBottomRight: [
        chosen !== null && wide() ? 330 : 36,
        strip.element.offsetHeight + (wide() ? 34 : card.element.offsetHeight + 96),
      ],
    });
    const show = (next) => {
      chosen = next;
      container.classList.toggle("jm-open", chosen !== null);
      [route, strip].forEach((part) => part.mark(chosen));
      card.show(chosen);
      container.style.setProperty("--card", `${card.element.offsetHeight}px`);
      captions.choose(chosen);
      labels.layout();
      voice.textContent = chosen === null ? "" : sentence(legs[chosen], data.modes[legs[chosen].mode], words);
    };
    // Chooses a leg; `silent` if the page knows already.
    const select = (next, silent) => {
      if (next === chosen) return;
      show(next);
      camera.view(camera.rungOf(chosen));
      if (player.begun() && chosen !== null && player.moment().leg !== chosen) player.seek({ leg: chosen, part: 0 });
      link.keep(!silent);
      if (silent) return;
      const id = chosen === null ? null : legs[chosen].id;
      count += 1;
      told = id;
      map.fire("journey:leg", { leg: id });
      if (window.Streamlit) window.Streamlit.setComponentValue({ leg: id, count });
    };
    const pick = (i) => select(i === chosen ? null : i, false);
    const turn = (by) => {
      const next = (chosen === null ? -1 : chosen) + by;
      if (next >= 0 && next < legs.length) select(next, false);
    };
    const scrub = (pacing, share) => {
      player.pause();
      player.share(pacing, share);
    };
    // Where nothing was played yet, the story begins at the leg that is chosen.
    const begin = () => {
      if (!player.begun() && chosen !== null) player.seek({ leg: chosen, part: 0 });
      return player.begun();
    };
    const step = (by) => {
      if (begin()) player.step(by);
      else player.restart();
    };
    const toggle = () => {
      begin();
      if (!player.playing()) {
        show(player.moment().leg);
        camera.view(player.pacing() === "story" ? camera.rungOf(chosen) : "whole");
      }
      player.toggle();
    };
    const zoom = (by) => {
      camera.loosen();
      map.setZoom(map.getZoom() + by);
    };
    const onView = () => {
      ladder.mark(camera.held() ? camera.rung() : null);
      ladder.loose(!camera.held() && player.begun());
    };
    const escape = () => help.close() || (chosen !== null && select(null, false));
    const screen = () => L.journey.screen(container);

    const options = { ...data, colour, onPick: pick, onScrub: scrub };
    const framed = frame(container, fill(words["map.aria"], { title: data.title }));
    const voice = node("p", "jm-voice");
    voice.setAttribute("role", "status");
    container.append(voice);
    const basemap = L.journey.basemap(map, { base, layers: base.layers, words });
    const route = L.journey.route(map, {
      ...options,
      tip: (leg) => panels.tip(leg, data.modes[leg.mode], words),
      stopTip: (stop) => panels.stopTip(stop, words),
    });
    const strip = L.journey.strip(map, options);
    const player = L.journey.player(map, { ...options, still: () => media.matches, words: wordsOf });
    const card = L.journey.card(map, {
      ...options, onClose: () => select(null, false), onTurn: turn,
      onSize: () => {
        container.style.setProperty("--card", `${card.element.offsetHeight}px`);
        camera.resize();
        labels.layout();
      },
    });
    const ladder = panels.ladder(map, {
      words, closeUp: data.closeUp,
      on: {
        zoomIn: () => zoom(1), zoomOut: () => zoom(-1), screen, help: () => help.toggle(),
        whole: () => camera.view("whole"), close: () => camera.view("close"),
        leg: () => (chosen === null ? select(0, false) : camera.view("leg")),
        back: () => camera.view(player.pacing() === "story" ? camera.rungOf(player.moment().leg) : "whole"),
      },
    });
    const transport = L.journey.transport(strip.foot, {
      words, total: data.total,
      on: {
        toggle, previous: () => step(-1), next: () => step(1), speed: player.speed, pacing: player.pace,
        unfold: () => {
          const open = strip.unfold();
          camera.resize();
          labels.layout();
          return open;
        },
      },
    });
    const legend = panels.legend(map, { ...options, open: false });
    const help = L.journey.help(map, { words });
    const camera = L.journey.camera(map, { data, chosen: () => chosen, padding, still, onChange: onView });
    const inset = L.journey.inset(map, { ...options, ground: basemap.ground, onWhole: () => camera.view("whole") });
    const tiles = L.journey.tiles(map, { words, providers: base.providers, patience: base.patience });
    const margin = margins(map, base.attribution);
    const keys = L.journey.keys(container, {
      toggle, zoom, screen, help: help.toggle, close: escape, step, restart: player.restart, sliders: [strip.slider],
      whole: () => camera.view("whole"), leg: (number) => number < legs.length && select(number, false),
      end: () => player.seek({ leg: legs.length - 1, part: 1 }),
      nudge: (by) => scrub("truth", player.wholes().truth + by),
    });
    const captions = L.journey.captions(data, options);
    const clear = () => [strip, ladder, card, legend, tiles, inset, camera].map((part) => part.element)
      .concat([...container.querySelectorAll(".leaflet-control")])
      .filter((element) => element.offsetParent !== null)
      .map((element) => element.getBoundingClientRect());
    const labels = L.journey.labels(map, { obstacles: clear, lines: route.lines, points: route.points });

    // What the address tells of the stage, and the stage of the address.
    const state = () => {
      const view = camera.held() ? camera.rung() : camera.free();
      return {
        leg: chosen === null ? null : legs[chosen].id,
        part: player.begun() ? player.moment().part : null,
        pacing: player.pacing(),
        view: view === camera.rungOf(chosen) ? null : view,
      };
    };
    const apply = ({ leg, part, pacing, view }) => {
      const next = leg === null ? null : index(leg);
      if (next !== chosen) {
        player.pause();
        show(next);
      }
      if (pacing !== player.pacing()) player.pace(pacing);
      if (part !== null) player.seek({ leg: next, part });
      if (Array.isArray(view)) camera.place(view);
      else camera.view(view || camera.rungOf(chosen), true);
    };
    const link = L.journey.link({ ids: legs.map((leg) => leg.id), state, onLink: (said) => ready && apply(said) });

    const tellTime = L.journey.clock(data);
    const onMoment = (moment) => {
      if (moment.leg !== chosen) {
        show(moment.leg);
        camera.follow(moment.leg, player.pacing());
      }
      const clock = tellTime(moment);
      container.classList.add("jm-begun");
      route.travelled(moment);
      strip.cursor({ ...player.wholes(), km: moment.km }, `${clock.time}, ${clock.way}`);
      transport.clock(clock);
      if (!player.playing()) link.soon();
    };
    const onPlaying = ({ playing }) => {
      transport.playing(playing);
      link.soon();
    };
    const onPacing = ({ pacing }) => {
      transport.pacing(pacing);
      if (player.begun()) camera.follow(player.moment().leg, pacing);
      link.soon();
    };
    const onMoveEnd = () => ready && link.soon();
    map.on("journey:moment", onMoment).on("journey:playing", onPlaying).on("journey:pacing", onPacing).on("moveend", onMoveEnd);
    transport.pacing("story");

    const painter = L.journey.theme(container, data.themes, (name, colours) => {
      theme = name;
      [basemap, route].forEach((part) => part.repaint(colours));
      [strip, card, legend, labels, player, inset].forEach((part) => part.repaint());
    });
    const onResize = () => {
      if (!ready) return;
      strip.resize();
      camera.resize();
    };
    const watch = new ResizeObserver(() => map.invalidateSize({ animate: false }));
    map.on("resize", onResize);
    watch.observe(container);

    const message = node("p", "jm-message jm-base-failed", words["map.base_failed"]);
    const drawn = () => requestAnimationFrame(() => setTimeout(() => { container.dataset.drawn = "true"; }, 0));
    const start = styled(container, () => gone).then(() => {
      if (gone) return;
      map.invalidateSize({ animate: false });
      legend.element.open = map.getSize().x >= ROOMY;
      strip.resize();
      camera.start();
      const said = link.now();
      apply({ ...said, leg: said.leg === null ? first : said.leg });
      ready = true;
    });
    start.then(() => basemap.ready).then((places) => {
      if (gone) return;
      basemap.draw();
      inset.repaint();
      labels.set([...captions.items, ...captions.based(places)]);
      drawn();
    }, () => {
      if (gone) return;
      labels.set(captions.items);
      container.appendChild(message);
      drawn();
    });

    map.journey = {
      // Chooses a leg for the page, unless the viewer has picked since the page last heard (`heard` picks).
      goTo: (id, heard = count) => {
        const echo = told === id;
        if (heard < count) return;
        told = undefined;
        if (!ready) first = index(id) < 0 ? null : id;
        else if (!echo) select(index(id) < 0 ? null : index(id), true);
      },
      view: camera.view,
      // Steers the story from outside: to a part, 0..1, of a leg; plays and pauses; says {leg, part}.
      seek: (id, part) => {
        player.pause();
        if (index(id) >= 0) player.seek({ leg: index(id), part });
      },
      play: player.play,
      pause: player.pause,
      moment: player.moment,
      strip,
      colour,
      remove: () => {
        gone = true;
        watch.disconnect();
        map.off("resize", onResize).off("moveend", onMoveEnd);
        map.off("journey:moment", onMoment).off("journey:playing", onPlaying).off("journey:pacing", onPacing);
        [link, keys, player, painter, labels, inset, tiles, help, legend, camera, card, ladder, strip, route, basemap, margin, message, voice, framed]
          .forEach((part) => part.remove());
        container.style.removeProperty("--card");
        PANES.forEach((name) => map.getPane(name)?.remove());
        delete map.journey;
      },
    };
    return map.journey;
  };
})(window.L);
