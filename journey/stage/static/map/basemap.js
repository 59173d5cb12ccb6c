/* The embedded base map: a light world, the journey's region in detail, a graticule. */
// needs: arithmetic/arithmetic map/ground
(function (L) {
  "use strict";

  const { isCut, spacing, degrees } = L.journey.arithmetic;

  // GeoJSON of every layer, by name: fetched from the addresses in `base.urls`, or as given in `base.data`.
  L.journey.layers = (base) => Promise.all(
    Object.keys(base.urls || {}).map((name) => fetch(base.urls[name]).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${base.urls[name]}`);
      return answer.json();
    }).then((data) => [name, data])),
  ).then((pairs) => ({ ...base.data, ...Object.fromEntries(pairs) }));

  const features = (data, name) => (data[name] ? data[name].features : []);
  const polygons = ({ type, coordinates }) => (type === "Polygon" ? [coordinates] : coordinates);
  const paths = ({ type, coordinates }) => (type === "LineString" ? [coordinates] : coordinates);

  // Pixels of `metres` on the ground at the middle of a shape, whose box is in the Mercator square.
  const pixels = (metres, box, scale) => {
    const y = (box[1] + box[3]) / 2;
    return (metres / 40075017) * scale * Math.cosh((0.5 - y) * 2 * Math.PI);
  };

  const BORDERS = {
    border: { colour: "border", weight: 1.1, dash: [7, 3, 2, 3] },
    line: { colour: "line", weight: 1.3, dash: [2, 3] },
  };

  // Styles by layer; each takes the theme's colours, the zoom, and the Mercator square's side in pixels.
  const land = (c) => ({ fill: c.land, stroke: c.coast, weight: 0.9 });
  const lake = (c) => ({ fill: c.lake, stroke: c.coast, weight: 0.6 });
  const river = (shape, width) => (c, zoom, scale) => ({
    cap: "round", stroke: width ? c.lake : c.river, weight: Math.max(1.4, width ? pixels(width, shape.box, scale) : 0),
  });
  const bank = (shape, width) => (c, zoom, scale) => ({
    cap: "round", stroke: c.river, weight: Math.max(1.4, pixels(width, shape.box, scale) + 1.8),
  });
  // Where the river is drawn as wide as it is, the border runs down its middle.
  const midstream = (c, zoom) => ({ stroke: zoom >= 12 ? c.border : "transparent", weight: 1.1, dash: BORDERS.border.dash });
  const border = (style) => (c) => ({ stroke: c[style.colour], weight: style.weight, dash: style.dash });

  // The shapes of all layers, in the order in which they are drawn.
  const shapes = (data, box) => {
    const cut = (a, b) => isCut(a, b, box);
    const areas = (name, style) => features(data, name).flatMap(({ geometry }) =>
      polygons(geometry).map((rings) => L.journey.shape(rings, style, true, cut)));
    const [banks, waters, lines] = [[], [], []];
    ["world_borders", "borders"].forEach((name) => features(data, name).forEach(({ geometry, properties }) => {
      if (properties.kind === "river") {
        const width = properties.width || 0;
        const water = L.journey.shape(paths(geometry));
        waters.push({ ...water, style: river(water, width) });
        if (width) {
          banks.push({ ...water, style: bank(water, width) });
          lines.push({ ...water, style: midstream });
        }
      } else {
        lines.push(L.journey.shape(paths(geometry), border(BORDERS[properties.kind] || BORDERS.border)));
      }
    }));
    return [
      ...areas("world_land", land), ...areas("land", land),
      ...areas("world_lakes", lake), ...areas("lakes", lake), ...banks, ...waters, ...lines,
    ];
  };

  // The graticule, and its degrees along the top and the left side of the view.
  const graticule = (words) => (context, view, colours, map) => {
    const bounds = map.getBounds();
    const corner = map.containerPointToLayerPoint([0, 0]);
    const inside = map.getPixelOrigin().add(corner).subtract([view.x, view.y]);
    const step = spacing(Math.max(bounds.getEast() - bounds.getWest(), 1e-6), 4);
    const spot = (lat, lon) => map.project([lat, lon]).subtract([view.x, view.y]);
    const [north, east] = [words["map.north_south"].split("/"), words["map.east_west"].split("/")];
    context.setLineDash([]);
    context.lineWidth = 0.6;
    context.strokeStyle = colours.graticule;
    context.fillStyle = colours.soft;
    context.font = '10px "Segoe UI", "Liberation Sans", system-ui, sans-serif';
    const line = (x0, y0, x1, y1) => {
      context.beginPath();
      context.moveTo(x0, y0);
      context.lineTo(x1, y1);
      context.stroke();
    };
    const south = Math.max(bounds.getSouth(), -85);
    for (let i = Math.ceil(south / step); i * step <= Math.min(bounds.getNorth(), 85); i += 1) {
      const { y } = spot(i * step, 0);
      line(0, y, view.w, y);
      context.fillText(degrees(i * step, north), inside.x + 5, y - 4);
    }
    for (let i = Math.ceil(bounds.getWest() / step); i * step <= bounds.getEast(); i += 1) {
      const { x } = spot(0, i * step);
      line(x, 0, x, view.h);
      context.fillText(degrees(i * step, east, true), x + 4, inside.y + 12);
    }
  };

  // Options: base {box}, layers (a promise of them), words. Returns {ready, ground, draw() once the map has its view, repaint(colours), remove()};
  // `ready` gives the places, with names by language.
  L.journey.basemap = (map, options) => {
    map.createPane("base").style.zIndex = 200;
    const ground = new L.journey.Ground({ after: graticule(options.words) });
    let data = {};

    const places = () => [...features(data, "places"), ...features(data, "world_places")]
      .map(({ geometry, properties }) => ({
        at: [geometry.coordinates[1], geometry.coordinates[0]], ...properties,
      }));

    const ready = options.layers.then((loaded) => {
      data = loaded;
      return places();
    });

    return {
      ready,
      ground,
      draw: () => {
        ground.show(shapes(data, options.base.box));
        ground.addTo(map);
      },
      repaint: (colours) => {
        map.getContainer().style.background = colours.sea;
        ground.paint(colours);
      },
      remove: () => {
        ground.remove();
        map.getContainer().style.background = "";
      },
    };
  };
})(window.L);
