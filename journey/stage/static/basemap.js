/* The embedded base map: a light world, the journey's region in detail, a graticule. */
(function (L) {
  "use strict";

  const { COPIES, coast, rings, spacing, degrees } = L.journey.arithmetic;

  // GeoJSON of every layer, by name: fetched from the addresses in `base.urls`, or as given in `base.data`.
  const fetchLayers = (base) => Promise.all(
    Object.keys(base.urls || {}).map((name) => fetch(base.urls[name]).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${base.urls[name]}`);
      return answer.json();
    }).then((data) => [name, data])),
  ).then((pairs) => ({ ...base.data, ...Object.fromEntries(pairs) }));

  // Lines of a GeoJSON LineString or MultiLineString as lists of [lat, lon + shift].
  const lines = (geometry, shift) => {
    const parts = geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
    return parts.map((line) => line.map(([lon, lat]) => [lat, lon + shift]));
  };

  const features = (data, name) => (data[name] ? data[name].features : []);

  // Options: base {urls | data, box}, words. Returns {ready, draw(), repaint(colours), remove}.
  L.journey.basemap = (map, options) => {
    map.createPane("base").style.zIndex = 200;
    map.createPane("graticule").style.zIndex = 210;
    const renderer = L.canvas({ pane: "base", padding: 0.4 });
    const grid = L.layerGroup().addTo(map);
    const drawn = [];
    const shown = new Set();
    let data = {};
    let colours = {};

    const add = (layer, style) => {
      layer.setStyle(style(colours));
      layer.addTo(map);
      drawn.push({ layer, style });
    };
    const plain = { renderer, interactive: false, smoothFactor: 1 };

    const fill = (name, colour, shift) => features(data, name).forEach(({ geometry }) => {
      add(L.polygon(rings(geometry, shift), { ...plain, weight: 0.7 }),
        (c) => ({ color: c[colour], fillColor: c[colour], fillOpacity: 1, opacity: 1 }));
    });
    const shore = (name, weight, shift) => features(data, name).forEach(({ geometry }) => {
      const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
      const edges = parts.flat().flatMap((ring) => coast(ring, options.base.box));
      const moved = shift ? edges.map((line) => line.map(([lat, lon]) => [lat, lon + shift])) : edges;
      if (moved.length) {
        add(L.polyline(moved, { ...plain, weight }), (c) => ({ color: c.coast, opacity: 1 }));
      }
    });
    const STYLES = {
      river: { colour: "river", weight: 1.4 },
      border: { colour: "border", weight: 1.1, dashArray: "7 3 2 3" },
      line: { colour: "line", weight: 1.3, dashArray: "2 3" },
    };
    const borders = (name, shift) => features(data, name).forEach(({ geometry, properties }) => {
      const { colour, weight, dashArray } = STYLES[properties.kind] || STYLES.border;
      const quiet = name.startsWith("world");
      add(L.polyline(lines(geometry, shift), { ...plain, weight: quiet ? 0.9 : weight, dashArray }),
        (c) => ({ color: c[colour], opacity: 0.9 }));
    });

    // The world beside itself, east and west, as far as the view shows it.
    const copies = () => {
      const view = map.getBounds();
      COPIES.forEach((shift) => {
        const seen = view.getWest() < 180 + shift && view.getEast() > -180 + shift;
        if (!seen || shown.has(shift)) return;
        shown.add(shift);
        fill("world_land", "land", shift);
        fill("land", "land", shift);
        fill("world_lakes", "lake", shift);
        fill("lakes", "lake", shift);
        shore("world_land", 0.8, shift);
        shore("world_lakes", 0.6, shift);
        shore("land", 0.9, shift);
        shore("lakes", 0.6, shift);
        borders("world_borders", shift);
        borders("borders", shift);
      });
    };

    const label = (latlng, text, side) => L.marker(latlng, {
      pane: "graticule", interactive: false, keyboard: false,
      icon: L.divIcon({ className: `jm-degree jm-degree-${side}`, html: text, iconSize: null }),
    }).addTo(grid);

    const graticule = () => {
      grid.clearLayers();
      const view = map.getBounds();
      const step = spacing(Math.max(view.getEast() - view.getWest(), 1e-6), 4);
      const style = { ...plain, pane: "graticule", weight: 0.6, color: colours.graticule, opacity: 1 };
      style.renderer = renderer;
      const [south, north] = [Math.max(view.getSouth(), -85), Math.min(view.getNorth(), 85)];
      for (let i = Math.ceil(south / step); i * step <= north; i += 1) {
        L.polyline([[i * step, view.getWest() - 180], [i * step, view.getEast() + 180]], style).addTo(grid);
        label([i * step, view.getWest()], degrees(i * step, options.words["map.north_south"].split("/")), "lat");
      }
      for (let i = Math.ceil(view.getWest() / step); i * step <= view.getEast(); i += 1) {
        L.polyline([[-85.05, i * step], [85.05, i * step]], style).addTo(grid);
        label([view.getNorth(), i * step], degrees(i * step, options.words["map.east_west"].split("/")), "lon");
      }
    };

    const onMove = () => {
      copies();
      graticule();
    };

    const places = () => [...features(data, "places"), ...features(data, "world_places")]
      .map(({ geometry, properties }) => ({
        at: [geometry.coordinates[1], geometry.coordinates[0]], ...properties,
      }));

    const ready = fetchLayers(options.base).then((loaded) => {
      data = loaded;
      return places();
    });

    return {
      ready,
      draw: () => {
        onMove();
        map.on("moveend", onMove);
      },
      repaint: (next) => {
        colours = next;
        map.getContainer().style.background = next.sea;
        drawn.forEach(({ layer, style }) => layer.setStyle(style(next)));
        if (shown.size) graticule();
      },
      remove: () => {
        map.off("moveend", onMove);
        drawn.forEach(({ layer }) => layer.remove());
        grid.remove();
        renderer.remove();
      },
    };
  };
})(window.L);
