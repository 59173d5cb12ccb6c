/* The legs on the map: each in its mode's colour and dash, filled where known, hollow where assumed. */
(function (L) {
  "use strict";

  const WIDTH = 5; // pixels
  const HOLLOW = { reported: 0, derived: 1.2, assumed: 2.2 }; // pixels of paper inside the line

  // Options: legs, ends, modes, colour(mode), tip(leg) and stopTip(stop) giving elements, onPick(index).
  // Returns {mark(index | null), travelled({leg, index, at}), repaint(colours), lines(), points(), remove()}.
  L.journey.route = (map, options) => {
    map.createPane("route").style.zIndex = 400;
    map.createPane("stops").style.zIndex = 410;
    const renderer = L.canvas({ pane: "route", padding: 0.4, tolerance: 6 });
    const dots = L.canvas({ pane: "stops", padding: 0.4, tolerance: 5 });
    const group = L.layerGroup().addTo(map);
    let colours = {};
    let chosen = null;
    let reached = null; // {leg, index, at}: the leg travelled on, its last point passed, and where on it

    const legs = options.legs.map((leg, index) => {
      const line = (style) => L.polyline(leg.points, {
        renderer, interactive: false, lineCap: "butt", lineJoin: "round", smoothFactor: 1.2, ...style,
      }).addTo(group);
      const dashArray = options.modes[leg.mode].dash || null;
      const parts = { casing: line({ weight: WIDTH + 4 }), body: line({ weight: WIDTH, dashArray }) };
      if (HOLLOW[leg.basis]) parts.core = line({ weight: HOLLOW[leg.basis] });
      parts.gone = line({ weight: WIDTH, dashArray }).setLatLngs([]);
      if (parts.core) parts.goneCore = line({ weight: HOLLOW[leg.basis] }).setLatLngs([]);
      parts.hit = line({ weight: 18, opacity: 0, interactive: true });
      parts.hit.bindTooltip(() => options.tip(leg), { sticky: true, className: "jm-tip", direction: "top", offset: [0, -8] });
      parts.hit.on("click", (event) => { L.DomEvent.stop(event); options.onPick(index); });
      return parts;
    });

    const dot = (stop, leg, radius) => {
      const marker = L.circleMarker(stop.at, { renderer: dots, radius, weight: 1.6, fillOpacity: 1, bubblingMouseEvents: false }).addTo(group);
      marker.bindTooltip(() => options.stopTip(stop), { className: "jm-tip", direction: "top", offset: [0, -6] });
      marker.on("click", () => options.onPick(leg));
      return { marker, leg };
    };
    const stops = options.legs.flatMap((leg, index) => leg.stops.map((stop) => dot(stop, index, 3)));
    const ends = options.ends.map((end) => dot(end, end.leg, 5.5));

    // How strong a leg is drawn: pale where it lies ahead, or where another one is chosen.
    const strength = (index) => {
      if (reached) return index < reached.leg ? 1 : 0.4;
      return chosen !== null && chosen !== index ? 0.55 : 1;
    };

    const paint = () => {
      legs.forEach((parts, index) => {
        const strong = strength(index);
        const ink = options.colour(options.legs[index].mode);
        const wide = chosen === index ? 1.5 : 0;
        parts.casing.setStyle({ color: colours.halo, opacity: strong < 1 ? 0.5 : 0.95, weight: WIDTH + 4 + wide });
        parts.body.setStyle({ color: ink, opacity: strong, weight: WIDTH + wide });
        parts.gone.setStyle({ color: ink, weight: WIDTH + wide });
        [parts.core, parts.goneCore].filter(Boolean).forEach((core) => core.setStyle({ color: colours.paper, opacity: 1 }));
      });
      if (chosen !== null) Object.values(legs[chosen]).forEach((part) => part.bringToFront());
      [...stops, ...ends].forEach(({ marker, leg }) =>
        marker.setStyle({ color: options.colour(options.legs[leg].mode), fillColor: colours.paper }));
    };

    // The way travelled is drawn over the leg it is on; the legs before are whole, those after pale.
    const travelled = (next) => {
      const turned = !reached || reached.leg !== next.leg;
      reached = next;
      if (turned) {
        legs.forEach((parts) => [parts.gone, parts.goneCore].filter(Boolean).forEach((part) => part.setLatLngs([])));
        paint();
      }
      const way = [...options.legs[next.leg].points.slice(0, next.index + 1), next.at];
      const { gone, goneCore } = legs[next.leg];
      [gone, goneCore].filter(Boolean).forEach((part) => part.setLatLngs(way));
    };

    return {
      travelled,
      mark: (index) => { chosen = index; paint(); },
      repaint: (next) => { colours = next; paint(); },
      points: () => [...options.ends, ...options.legs.flatMap((leg) => leg.stops)].map(({ at }) => at),
      lines: () => options.legs.map((leg) => leg.points),
      remove: () => { group.remove(); renderer.remove(); dots.remove(); },
    };
  };
})(window.L);
