/* The embedded base map: a light world, the journey's region in detail, a graticule. */
// needs: arithmetic/arithmetic arithmetic/unpack map/shapes
(function (L) {
  "use strict";

  const { isCut, spacing, degrees } = L.journey.arithmetic;
  const { Shapes, shape } = L.journey.shapes;

  const features = (layers, name) => (layers[name] ? layers[name].features : []);
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
  const river = (water, width) => (c, zoom, scale) => ({
    cap: "round", stroke: width ? c.lake : c.river, weight: Math.max(1.4, width ? pixels(width, water.box, scale) : 0),
  });
  const bank = (water, width) => (c, zoom, scale) => ({
    cap: "round", stroke: c.river, weight: Math.max(1.4, pixels(width, water.box, scale) + 1.8),
  });
  // Where the river is drawn as wide as it is, the border runs down its middle.
  const midstream = (c, zoom) => ({ stroke: zoom >= 12 ? c.border : "transparent", weight: 1.1, dash: BORDERS.border.dash });
  const border = (style) => (c) => ({ stroke: c[style.colour], weight: style.weight, dash: style.dash });

  // The shapes of all layers, in the order in which they are drawn.
  const shapesOf = (layers, box) => {
    const cut = (a, b) => isCut(a, b, box);
    const areas = (name, style) => features(layers, name).flatMap(({ geometry }) =>
      polygons(geometry).map((rings) => shape(rings, style, true, cut)));
    const [banks, waters, lines] = [[], [], []];
    ["world_borders", "borders"].forEach((name) => features(layers, name).forEach(({ geometry, properties }) => {
      if (properties.kind === "river") {
        const width = properties.width || 0;
        const water = shape(paths(geometry));
        waters.push({ ...water, style: river(water, width) });
        if (width) {
          banks.push({ ...water, style: bank(water, width) });
          lines.push({ ...water, style: midstream });
        }
      } else {
        lines.push(shape(paths(geometry), border(BORDERS[properties.kind] || BORDERS.border)));
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

  // The names of all layers, by language, with their point.
  const placesOf = (layers) => [...features(layers, "places"), ...features(layers, "world_places")]
    .map(({ geometry, properties }) => ({ at: [geometry.coordinates[1], geometry.coordinates[0]], ...properties }));

  // Options: base {layers, as L.journey.unpack reads them, bbox}, words. Returns {sheet, draw() once the map has its view,
  // repaint(colours), remove()}; `draw` gives the places, with names by language, or null where there are no layers.
  L.journey.basemap = (map, options) => {
    map.createPane("base").style.zIndex = 200;
    const sheet = new Shapes({ after: graticule(options.words) });

    return {
      sheet,
      draw: () => {
        const layers = L.journey.unpack.layers(options.base.layers || {});
        sheet.show(shapesOf(layers, options.base.bbox));
        sheet.addTo(map);
        return Object.keys(layers).length ? placesOf(layers) : null;
      },
      repaint: (colours) => {
        map.getContainer().style.background = colours.sea;
        sheet.paint(colours);
      },
      remove: () => {
        sheet.remove();
        map.getContainer().style.background = "";
      },
    };
  };
})(window.L);
