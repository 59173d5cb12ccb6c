/* Every word on the map, placed together so that none covers another. */
// needs: arithmetic/arithmetic arithmetic/boxes arithmetic/beyond arithmetic/midway arithmetic/placing arithmetic/rings core/element map/leaders map/pane map/settle core/mark
/** A word, a sign, or a sign with words beside it (`icon` and `text`, perhaps a `note` below that): what has the lowest rank is
 * placed first and never covered; it stands `gap` pixels off its point, or on it where it is `centred`; what `must` stand is
 * never left out; it is shown from one zoom `until` another. What can `pick` finds its own place wherever it is `here`; it may stand
 * in two lines, where a newline is in its text.
 * A word may have a `note` with the `mark` of its basis, a leader to so many pixels from its point (`led`) or from one of its `points`, and a stretch measured
 * between two points (`span`); a sign points to what is to be seen of a leg, the one `along` which it stands; what is `beyond` is
 * shown where its point is out of view, at the edge with an arrow.
 * @typedef {{kind: string, at: Point, rank: number, zoom: number, text?: string, note?: string, icon?: string, until?: number,
 *   gap?: number, centred?: boolean, must?: boolean, dot?: boolean, leg?: number, colour?: () => string, word?: () => string,
 *   mark?: {basis: string, why: string}, led?: number, along?: number, span?: [Point, Point], points?: Point[], beyond?: boolean, onClick?: () => void,
 *   here?: () => boolean, pick?: (made: Size & {broken: Size | null}, ask: Ask) => Stand | null}} Item
 * @typedef {{w: number, h: number}} Size
 * @typedef {{word: HTMLElement, badge: HTMLElement | null, dot: HTMLElement | null, w: number, h: number, sign: number,
 *   broken: Size | null}} Made
 * @typedef {{item: Item, point: L.Point}} Shown
 * @typedef {import("../arithmetic/stands.js").Stand} Stand
 * @typedef {import("../arithmetic/stands.js").Ask} Ask
 * @typedef {import("../arithmetic/stands.js").Label} Label
 * @typedef {import("../arithmetic/boxes.js").Dot} Dot
 * @typedef {Shown & {stand: Stand}} Standing
 * @typedef {import("../arithmetic/placing.js").Room} Room
 * @typedef {{legs(): Dot[][][], ground(): Dot[][], points(): Point[], panels(): DOMRect[], obstacles(): DOMRect[],
 *   traveller(): Box | null}} Around
 * @typedef {{labels: (stage: Stage, around: Around) => {set(items: Item[]): void, put(items: Item[]): void, soon(): void, layout(): void}}} Gives */
(function (L) {
  "use strict";

  const { boxes, element, midway } = L.journey;
  const { overlap } = L.journey.arithmetic;
  const SVG = "http://www.w3.org/2000/svg";
  const EDGE = 8; // pixels at the edge of the map that no word stands in
  const AROUND = 4; // views to each side within which a place beyond the edge is pointed to
  const LEADER = 64; // pixels that a leader is long at the most
  const RING = 16; // pixels: side of the box around the ring of a place
  const APART = 14; // pixels between a word that measures a stretch and other words
  const BESIDE = 2.8; // times its gap that a word stands off a stretch that it measures, at the most
  const OUT = 0.4; // cosine of the angle to a stretch at which a word still stands off its end
  const WIDE = 0.6; // of the map's width from which a panel parts what is above it from what is below
  const LINED = 100; // stands that come before one with a line under it
  const MARGIN = 12; // pixels between the edge and a word that points beyond it

  // A sign's element. Its icon is markup of our own, never of a journey's.
  /** @type {(icon: string, made: HTMLElement) => HTMLElement} */
  const signed = (icon, made) => {
    made.classList.add("jm-badge");
    made.innerHTML = icon;
    return made;
  };

  // Gives a sign and its words their colours.
  /** @type {(made: HTMLElement, colour: Item["colour"], word: Item["word"]) => void} */
  const paint = (made, colour, word) => {
    if (colour) made.style.setProperty("--ink", colour());
    if (word) made.style.setProperty("--word", word());
  };

  // The dot of a claim's basis, with its word where that is assumed.
  /** @type {(mark: NonNullable<Item["mark"]>, words: Words) => HTMLElement[]} */
  const marked = ({ basis, why }, words) => {
    const dot = L.journey.mark(basis, words, why);
    return basis === "assumed" ? [dot, element("span", "", words["basis.assumed"])] : [dot];
  };

  // The element of a word, of a sign, or of a sign with words, and that of the sign among words. Text goes in as text.
  /** @type {(item: Item, words: Words) => {word: HTMLElement, badge: HTMLElement | null}} */
  const face = ({ kind, icon, colour, word, text, note, mark, beyond }, said) => {
    const plain = !icon && !note && !mark && !beyond;
    const made = element("div", `jm-label jm-${kind}`, plain ? text : "");
    made.classList.toggle("jm-plain", plain && ["outer", "end", "stop"].includes(kind));
    paint(made, colour, word);
    if (plain) return { word: made, badge: null };
    if (!icon) {
      const small = element("small", "", note);
      if (mark) small.append(...marked(mark, said));
      made.append(...(beyond ? [element("i", "jm-arrow")] : []), element("b", "", text), ...(note || mark ? [small] : []));
      made.classList.toggle("jm-beyond", Boolean(beyond));
      return { word: made, badge: null };
    }
    if (!text) return { word: signed(icon, made), badge: null };
    const words = element("span", "jm-words");
    words.append(element("b", "", text), ...(note ? [element("small", "", note)] : []));
    made.classList.add("jm-signed");
    const badge = signed(icon, element("span"));
    made.append(badge, words);
    return { word: made, badge };
  };

  // Longitude moved by whole turns into the view, so that labels follow every copy of the world.
  /** @type {(map: L.Map) => (at: Point) => Point} */
  const near = (map) => {
    const { lng } = map.getCenter();
    return ([lat, lon]) => [lat, lon + 360 * Math.round((lng - lon) / 360)];
  };

  // The items of the view and zoom that the map has, with where they point to in pixels of the container.
  /** @type {(map: L.Map, items: Item[], legs: Dot[][][], room: Room) => Shown[]} */
  const inView = (map, items, legs, { frame, panels }) => {
    const [zoom, view] = [map.getZoom(), map.getBounds().pad(0.02)];
    const [around, turned] = [view.pad(AROUND), near(map)];
    /** @type {(item: Item) => boolean} */
    const there = ({ at, along, beyond }) => along !== undefined || (beyond ? !view.contains(turned(at)) && around.contains(turned(at)) : view.contains(turned(at)));
    return items.filter((item) => (item.here ? item.here() : zoom >= item.zoom && zoom <= (item.until ?? 99) && there(item)))
      .flatMap((item) => {
        if (item.along === undefined) return [{ item, point: map.latLngToContainerPoint(turned(item.at)) }];
        const seen = midway(legs[item.along] || [], frame, panels);
        return seen ? [{ item, point: L.point(seen.x, seen.y) }] : [];
      });
  };

  // Where words may stand on the map.
  /** @type {(map: L.Map, around: Around, legs: Dot[][][]) => Room} */
  const roomOf = (map, { ground, obstacles, panels, points }, legs) => {
    const size = map.getSize();
    const view = map.getBounds().pad(0.02);
    const inside = boxes.inside(map.getContainer().getBoundingClientRect());
    return {
      frame: { x: EDGE, y: EDGE, w: size.x - 2 * EDGE, h: size.y - 2 * EDGE },
      panels: panels().map(inside),
      taken: obstacles().map(inside),
      lines: legs.flat(),
      ground: ground(),
      points: points().map(near(map)).filter((point) => view.contains(point)).map((point) => map.latLngToContainerPoint(point)),
    };
  };

  // Where a word stands about a stretch that it measures: off its ends, and not over it.
  /** @type {(map: L.Map, span: [Point, Point], w: number, h: number, gap: number) => Stand[]} */
  const outside = (map, span, w, h, gap) => {
    const [a, b] = span.map((point) => map.latLngToContainerPoint(near(map)(point)));
    return [[a, b], [b, a]].flatMap(([from, to]) => L.journey.rings(to.x, to.y, w, h, gap, BESIDE * gap).filter((box) => {
      const [x, y, u, v] = [box.x + w / 2 - to.x, box.y + h / 2 - to.y, to.x - from.x, to.y - from.y];
      return x * u + y * v > OUT * Math.hypot(x, y) * Math.hypot(u, v);
    }));
  };

  // Where a word stands on a leader about a point, not longer than leaders are.
  /** @type {(tie: L.Point, w: number, h: number, gap: number, led: number) => Stand[]} */
  const tied = (tie, w, h, gap, led) => L.journey.rings(tie.x, tie.y, w, h, gap, led + LEADER - h / 4).map((stand) => ({ ...stand, tie }));

  // Asks for more room around a word, so that it is not taken for another one's note.
  /** @type {(ask: Ask) => Ask} */
  const apart = ({ clear, ...ask }) => ({
    ...ask, clear: ({ x, y, w, h }) => clear({ x: x - APART, y: y - APART, w: w + 2 * APART, h: h + 2 * APART }),
  });

  // The first of the stands that is clear and on no line, or a later one that crosses so much less of the route.
  /** @type {(stands: Stand[], ask: Ask) => Stand | null} */
  const best = (stands, { clear, crossed, lined }) => {
    /** @type {Stand | null} */
    let found = null;
    let least = Infinity;
    for (let rank = 0; rank < stands.length && rank < least; rank += 1) {
      const cost = clear(stands[rank]) ? rank + crossed(stands[rank]) + LINED * lined(stands[rank]) : Infinity;
      if (cost < least) [found, least] = [stands[rank], cost];
    }
    return found;
  };

  // What panels from side to side leave of the map, above and below.
  /** @type {(room: Room) => Box} */
  const freeOf = ({ frame, panels, taken }) => {
    const wide = [...panels, ...taken].filter(({ w }) => w > WIDE * frame.w);
    const top = Math.max(0, ...wide.filter(({ y, h }) => y + h / 2 < frame.h / 2).map(({ y, h }) => y + h));
    const bottom = Math.min(frame.y + frame.h + EDGE, ...wide.filter(({ y, h }) => y + h / 2 >= frame.h / 2).map(({ y }) => y));
    return { x: MARGIN, y: top + MARGIN, w: frame.w + 2 * (EDGE - MARGIN), h: bottom - top - 2 * MARGIN };
  };

  // Puts what has a place there, and hides the rest of what is made.
  /** @type {(all: Map<Item, Made>, standing: Standing[], origin: L.Point) => void} */
  const put = (all, standing, origin) => {
    /** @type {(part: HTMLElement, x: number, y: number) => void} */
    const move = (part, x, y) => L.DomUtil.setPosition(part, L.point(Math.round(x), Math.round(y)).add(origin).round());
    // A word that is turned stands in the middle of the upright box around it.
    /** @type {(part: Made, stand: Stand) => void} */
    const set = ({ word, w, h }, { x, y, w: wide, h: high, angle, size, spacing }) => {
      Object.assign(word.style, size ? { fontSize: `${size}px`, letterSpacing: `${spacing}em`, textIndent: `${spacing}em` }
        : { fontSize: "", letterSpacing: "", textIndent: "" });
      if (!angle) return move(word, x, y);
      const [own, tall] = size ? [word.offsetWidth, word.offsetHeight] : [w, h];
      move(word, x + (wide - own) / 2, y + (high - tall) / 2);
      word.style.transform += ` rotate(${angle}rad)`;
    };
    const places = new Map(standing.map((one) => [one.item, one]));
    all.forEach((part, item) => {
      const place = places.get(item);
      [part.word, part.dot].forEach((one) => { if (one) one.style.visibility = place ? "visible" : "hidden"; });
      if (!place) return;
      part.word.classList.toggle("jm-turned", Boolean(place.stand.turned));
      part.word.classList.toggle("jm-bare", Boolean(place.stand.bare));
      part.word.classList.toggle("jm-broken", Boolean(place.stand.broken));
      if (item.beyond) part.word.style.setProperty("--turn", `${place.stand.aim}rad`);
      set(part, place.stand);
      if (part.dot) move(part.dot, place.point.x, place.point.y);
    });
  };

  // Makes words that the style sheet breaks into lines no wider than the longest line.
  /** @type {(word: HTMLElement) => void} */
  const fit = (word) => {
    word.style.width = "";
    if (getComputedStyle(word).whiteSpace !== "normal") return;
    const range = document.createRange();
    const right = [...word.children].flatMap((part) => {
      range.selectNodeContents(part);
      return [...range.getClientRects()].map((rect) => rect.right);
    });
    if (!right.length) return;
    word.style.width = `${Math.ceil(Math.max(...right) - word.getBoundingClientRect().left) + 1}px`;
  };

  // The size of a word in two lines.
  /** @type {(word: HTMLElement) => Size} */
  const inTwo = (word) => {
    word.classList.add("jm-broken");
    const size = { w: word.offsetWidth, h: word.offsetHeight };
    word.classList.remove("jm-broken");
    return size;
  };

  // The elements of items, made when they are first asked for, all before any of them is measured: that lays the page out once.
  /** @type {(stage: Stage, pane: HTMLElement) => {all: Map<Item, Made>, prepare(items: Item[]): void, measure(): void, keep(items: Item[]): void}} */
  const elements = (stage, pane) => {
    /** @type {Map<Item, Made>} */
    const all = new Map();
    /** @type {(part: Made, two?: boolean) => void} */
    const measure = (part, two = part.broken !== null) => {
      const { word, badge } = part;
      word.classList.remove("jm-bare", "jm-broken");
      fit(word);
      Object.assign(word.style, { fontSize: "", letterSpacing: "", textIndent: "" });
      Object.assign(part, { w: word.offsetWidth, h: word.offsetHeight, sign: badge?.offsetWidth || 0 });
      part.broken = two ? inTwo(word) : null;
    };
    /** @type {(item: Item) => Made} */
    const make = (item) => {
      const part = { ...face(item, stage.words), dot: item.dot ? element("i", "jm-dot") : null, w: 0, h: 0, sign: 0, broken: null };
      if (item.onClick) {
        part.word.classList.add("jm-click");
        stage.on(part.word, "click", (event) => {
          L.DomEvent.stop(event);
          item.onClick?.();
        });
      }
      pane.append(part.word, ...(part.dot ? [part.dot] : []));
      all.set(item, part);
      return part;
    };
    return {
      all,
      prepare: (items) => items.filter((item) => !all.has(item)).map((item) => ({ item, part: make(item) }))
        .forEach(({ item, part }) => measure(part, Boolean(item.text?.includes("\n")))),
      measure: () => all.forEach((part) => measure(part)),
      keep: (items) => all.forEach((part, item) => {
        if (items.includes(item)) return;
        part.word.remove();
        part.dot?.remove();
        all.delete(item);
      }),
    };
  };

  // An item as a label of the placing.
  /** @type {(map: L.Map, shown: Shown, made: Made | undefined, free: Box) => Label} */
  const labelOf = (map, { item, point: { x, y } }, made, free) => {
    const { w, h, sign, broken } = made || { w: 0, h: 0, sign: 0, broken: null };
    const { icon, text, centred, must, dot, gap = 0, pick, beyond, led = 0, span, points = [item.at] } = item;
    const stands = beyond ? L.journey.beyond(x, y, w, h, free)
      : led ? points.flatMap((at) => tied(map.latLngToContainerPoint(near(map)(at)), w, h, gap, led)) : span ? outside(map, span, w, h, gap) : null;
    const own = stands ? (/** @type {Ask} */ ask) => best(stands, span ? apart(ask) : ask) : pick && ((/** @type {Ask} */ ask) => pick({ w, h, broken }, ask));
    return { x, y, w, h, badge: Boolean(icon && !text), sign, centred, must, dot, gap: item.gap, pick: own };
  };

  // Hides the words that the traveller covers, in pixels of the map's panes; shows those that it has left.
  /** @type {(standing: {word?: HTMLElement, box: Box}[], traveller: Box | null) => void} */
  const cover = (standing, traveller) => standing.forEach(({ word, box }) => {
    const seen = traveller && overlap(box, traveller) ? "hidden" : "visible";
    if (word && word.style.visibility !== seen) word.style.visibility = seen;
  });

  // `around` tells what to keep clear of: DOM rectangles; and lines, in pixels of the container, and points that words and badges
  // had better not cover. "journey:type" on the map says that letters are of another size;
  // "journey:placed" says what is taken then, in pixels of the map.
  L.journey.labels = (stage, around) => {
    const { map } = stage;
    const pane = L.journey.pane(stage, "labels", 640);
    const leaders = document.createElementNS(SVG, "svg");
    leaders.classList.add("jm-leaders");
    leaders.setAttribute("aria-hidden", "true");
    pane.append(leaders);
    const made = elements(stage, pane);
    /** @type {Item[]} */
    let items = [];
    /** @type {{word?: HTMLElement, box: Box}[]} */
    let words = []; // where they stand on the map's panes, in pixels
    const layout = () => {
      if (!items.length || settled.flies()) return;
      const origin = map.containerPointToLayerPoint([0, 0]);
      const legs = around.legs();
      const room = roomOf(map, around, legs);
      const shown = inView(map, items.sort((a, b) => a.rank - b.rank), legs, room);
      made.prepare(shown.map(({ item }) => item));
      const free = freeOf(room);
      const stands = L.journey.placing(shown.map((one) => labelOf(map, one, made.all.get(one.item), free)), room);
      const standing = shown.flatMap((one, i) => {
        const stand = stands[i];
        return stand ? [{ ...one, stand }] : [];
      });
      put(made.all, standing, origin);
      words = standing.map(({ item, stand }) => ({ word: made.all.get(item)?.word, box: { ...stand, x: stand.x + origin.x, y: stand.y + origin.y } }));
      if (stage.now().at) cover(words, around.traveller());
      leaders.replaceChildren(...L.journey.leaders(standing, map));
      settled.done();
      const rings = room.points.map(({ x, y }) => boxes.middled(x, y, RING));
      map.fire("journey:placed", { taken: [...room.panels, ...room.taken, ...rings, ...standing.map(({ stand }) => stand)] });
    };
    const settled = L.journey.settle(stage, pane, layout);
    stage.on(map, "journey:type", () => {
      made.measure();
      settled.soon();
    });
    stage.watch("paint", ({ at }) => at, (at) => cover(words, at && around.traveller()));
    stage.watch("paint", ({ theme }) => theme, (_, before) => {
      made.all.forEach((part, { colour, word }) => paint(part.word, colour, word));
      if (before) settled.soon(); // Leaders have colours, too.
    });
    /** @type {(next: Item[]) => void} */
    const take = (next) => {
      made.keep(next);
      items = [...next];
    };
    return {
      set: (next) => {
        take(next);
        layout();
      },
      put: take, // that are placed once they are laid out anew
      soon: settled.soon,
      layout,
    };
  };
})(window.L);
