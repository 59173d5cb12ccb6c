/* The journey's own words on the map - ends, stops, and signs of the legs with their words - and those of the base map. */
// needs: arithmetic/arithmetic core/actions map/labels map/speck map/toponyms
/** @typedef {import("./labels.js").Item} Item
 * @typedef {import("./toponyms.js").Known} Known
 * @typedef {{captions: (stage: Stage, labels: ReturnType<typeof L.journey.labels>, landmarks: Item[]) =>
 *   {drawn(): void, show(known: Known, countries: Record<string, string>): void}}} Gives */
(function (L) {
  "use strict";

  const { middle, zoomFor } = L.journey.arithmetic;
  // Zooms from which stops are named: those of the chosen leg, and the others.
  const NAMED = { chosen: 5, other: 7.5 };
  const NEAR = 12; // km of view below which ends say that they are assumed
  const SEEN = 26; // pixels that a leg has to be long for both its ends to be named
  const STAYS = 14; // pixels farther off its point that a name stands while the traveller stays there
  // Legs, beyond which their words, and at last their signs, would cover the map, and ends beyond which each is made when it is wanted.
  const MANY = { words: 12, signs: 60, ends: 300 };
  // Ranks of labels: what comes first is placed first and never covered.
  const RANK = { outer: 0, chosen: 0.5, badge: 1, end: 2, stop: 7 };
  const PATIENCE = 200; // milliseconds of standing still after which words make room for the vehicle

  // Metres between two points that lie near each other.
  /** @type {(a: Point, b: Point) => number} */
  const apart = (a, b) => Math.hypot(a[0] - b[0], (a[1] - b[1]) * Math.cos((a[0] * Math.PI) / 180)) * 111195;
  /** @type {(line: Point[]) => number} */
  const span = (line) => apart(line[0], line[line.length - 1]);
  // Whether a point lies about between the ends of a line.
  /** @type {(line: Point[], at: Point) => boolean} */
  const on = (line, at) => apart(line[0], at) + apart(at, line[line.length - 1]) < 1.1 * span(line);

  // Tells from which zoom a leg is long enough to be seen, by its id; one that stays in its place is never seen longer than it is.
  /** @type {(data: Data) => (id: string, at: Point) => number} */
  const longEnough = ({ legs }) => {
    const drawn = new Map(legs.map((leg) => [leg.id, leg.drawn]));
    return (id, at) => {
      const km = drawn.get(id);
      return km ? zoomFor(km * 1000, at[0], SEEN) : 0;
    };
  };

  // What tells of an end while a leg is chosen, by the id of that.
  /** @type {(end: Stop, zoomOf: ReturnType<typeof longEnough>) => ((chosen: string) => Item)[]} */
  const tuned = ({ name, at, outer, near = "", why, legs: ids = [] }, zoomOf) => {
    // From near one that is assumed says so.
    const close = zoomFor(NEAR * 1000, at[0], 1000);
    const zooms = ids.map((id) => zoomOf(id, at));
    /** @type {Item} */
    const end = { kind: outer ? "outer" : "end", text: name, at, gap: 10, rank: 0, zoom: 0 };
    /** @type {[Item, number][]} */
    const items = near ? [[{ ...end, until: close }, 0], [{ ...end, note: near, mark: { basis: "assumed", why }, gap: 12, led: 9 }, close]] : [[end, 0]];
    return items.map(([item, least]) => {
      const { gap = 0 } = item;
      return (chosen) => {
        const own = zooms[ids.indexOf(chosen)];
        item.gap = own === 0 ? gap + STAYS : gap;
        item.must = outer || own !== undefined;
        // The sign of a leg that stays in its place stands there as well, and makes way for the name.
        item.rank = outer ? RANK.outer : own === undefined && !zooms.includes(0) ? RANK.end : RANK.chosen;
        item.zoom = Math.max(least, outer ? 0 : own ?? Math.max(...zooms));
        return item;
      };
    });
  };

  // The ends of the legs. One between two legs is named once the shorter of them is long enough to be seen, and that of the leg
  // that is chosen once this is. Returns {items() of the zoom that the map has, where there are very many, choose(leg, or null for none)}.
  /** @type {(stage: Stage) => {items(): Item[], choose(leg: number | null): void}} */
  const endsOf = ({ map, tale: { data } }) => {
    const { legs, ends } = data;
    const zoomOf = longEnough(data);
    let chosen = ""; // the leg
    /** @type {ReturnType<typeof tuned>[]} */
    const made = [];
    /** @type {(end: Stop) => boolean} */
    const wanted = ({ outer, at, legs: ids = [] }) => ends.length <= MANY.ends || Boolean(outer) || ids.includes(chosen)
      || ids.every((id) => map.getZoom() >= zoomOf(id, at));
    const items = () => ends.flatMap((end, i) => {
      if (!made[i] && wanted(end)) made[i] = tuned(end, zoomOf);
      return (made[i] || []).map((told) => told(chosen));
    });
    return {
      items,
      choose: (leg) => {
        chosen = leg === null ? "" : legs[leg].id;
        items();
      },
    };
  };

  // Where else a leg ended is named once it is seen beside where it is drawn.
  /** @type {(data: Data) => Item[]} */
  const othersOf = ({ elsewhere }) => elsewhere.map(({ name, at, off = 0 }) => ({
    kind: "stop", text: name, at, gap: 8, rank: RANK.end, zoom: zoomFor(off * 1000, at[0], SEEN),
  }));

  // The signs of the legs, with words while these are few. The leg that is no more than a dot from afar has a large one there.
  // What is said of a leg may tell how long it took, so of one whose time is a secret there is only the mode.
  /** @type {(stage: Stage) => Item[]} */
  const signsOf = ({ act, now, view, tale: { data: { legs, modes }, data, close } }) => {
    const speck = L.journey.speck(data);
    const words = legs.length <= MANY.words;
    return legs.length > MANY.signs ? [] : legs.flatMap((leg, i) => {
      const { said, note } = now().hushed.includes(i) ? { said: modes[leg.mode].name, note: "" } : leg.caption;
      /** @type {Item} */
      const sign = {
        kind: "mode", icon: modes[leg.mode].icon, at: middle(leg.points), along: i, rank: RANK.badge + (i === close ? 0 : 0.5), zoom: 0,
        ...(words ? { text: said, note } : {}),
        colour: () => view().colour(leg.mode), word: () => view().word(leg.mode), onClick: () => act(L.journey.actions.pick, i),
      };
      return i === speck?.leg ? [{ ...sign, kind: "speck", until: speck.until }, { ...sign, zoom: speck.until }] : [sign];
    });
  };

  // Stops on a bridge stand farther off once it is drawn.
  /** @type {(data: Data) => Item[]} */
  const stopsOf = ({ legs, landmarks, near }) => legs.flatMap((leg, i) => leg.stops.flatMap((stop) => {
    /** @type {Item} */
    const item = { kind: "stop", text: stop.name, at: stop.at, leg: i, rank: RANK.stop, zoom: NAMED.other, gap: 7 };
    const line = landmarks.flatMap((one) => (one.line ? [one.line] : [])).find((one) => on(one, stop.at));
    if (!line) return [item];
    const from = zoomFor(span(line), stop.at[0], near.least);
    return [{ ...item, until: from }, { ...item, zoom: from, gap: near.deck + near.reach }];
  }));

  // Returns {drawn() once the base map is known, before which no word is on the map, show(places of the base map with the ground
  // that they stand on, names of countries by code) for those that stand beside the journey's own}.
  L.journey.captions = (stage, labels, landmarks) => {
    const { data } = stage.tale;
    const stops = stopsOf(data);
    const floors = new Map(stops.filter(({ zoom }) => zoom > NAMED.other).map((stop) => [stop, stop.zoom]));
    const ends = endsOf(stage);
    const named = [...othersOf(data), ...landmarks, ...stops];
    /** @type {Item[]} */
    let ground = []; // names of the base map
    let shown = false;
    // While the story is told the traveller's sign is the only one.
    const all = () => [...ends.items(), ...named, ...(stage.view().begun ? [] : signsOf(stage)), ...ground];
    const set = () => labels.set(all());
    const more = () => { if (shown && data.ends.length > MANY.ends) labels.put(all()); };
    stage.on(stage.map, "zoomend", more);
    stage.watch("paint", ({ hushed }, { begun }) => `${begun} ${hushed}`, () => { if (shown) set(); });
    // The stops of the leg that is chosen are named earlier, and the card takes its room.
    stage.watch("paint", ({ leg }) => leg, (leg) => {
      ends.choose(leg);
      more();
      stops.forEach((stop) => { stop.zoom = Math.max(floors.get(stop) || 0, stop.leg === leg ? NAMED.chosen : NAMED.other); });
      labels.soon();
    });
    // Panels take their places in this frame, and names in the next one.
    stage.watch("paint", ({ open }) => `${open.diagram} ${open.more}`, labels.soon);
    stage.watch("paint", ({ text }) => text, labels.soon);
    let wait = () => {};
    stage.watch("paint", ({ at, playing }) => (playing ? null : at), (at) => {
      wait();
      if (at) wait = stage.after(PATIENCE, labels.layout);
    });
    return {
      drawn: () => {
        shown = true;
        set();
      },
      show: (known, countries) => {
        ground = L.journey.toponyms(stage, known, countries, new Set([...data.ends.map(({ name }) => name), ...named.map(({ text }) => text)]));
        set();
      },
    };
  };
})(window.L);
