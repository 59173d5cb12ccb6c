// The types of the stage. A part of the stage is written so:
//
//   /* Says how fast it plays. */
//   // needs: core/actions core/element
//   /** @typedef {{speed: (stage: Stage) => void}} Gives */
//   (function (L) {
//     "use strict";
//
//     const { element } = L.journey;
//
//     // The number of times that the player is faster than usual, in the stage's corner.
//     L.journey.speed = (stage) => {
//       const root = element("button", "jm-button");
//       stage.put("speed", root);
//       stage.on(root, "click", () => stage.act(L.journey.actions.speed, 1));
//       stage.watch("paint", ({ speed }) => speed, (speed) => { root.textContent = `${speed}×`; });
//     };
//   })(window.L);
//
// - A file gives one name, its own. `Gives` is that name with its type, and a line below adds it to `Journey`;
//   what it needs of others it names in its second line: a folder stands on those before it in
//   arithmetic < core < map < panels < outside < host.
// - What the stage is at is one frozen `State`; what follows from that is worked out once in its `View`. Only a
//   pure action (state, view, ...) changes it, by giving the fields that differ: `stage.act(action, ...)`.
// - A part learns of changes by `stage.watch(phase, pick, act)`: once at the start, and when what it picked
//   differs. "tell" is for those beyond the map, in a microtask; "paint" is once a frame, in the order in which
//   the parts were made, and nothing acts in it. `stage.paint()` does not wait for the frame.
// - `on`, `watch`, `observe`, `after`, `frame`, `add` and `put` end with the part. Listening in any other way is refused.
// - What a part gives back is for those who made it by `stage.part(make, ...)`, together with `remove()`.

import "./leaflet.d.ts";

declare global {
  /** A point [lat, lon] in degrees, and one [lon, lat] as GeoJSON has it. */
  type Point = [number, number];
  type Box = { x: number; y: number; w: number; h: number };

  /** What is said from a part of a leg on, 0..1; `note` is a fact of the leg and `basis` how it is known, or both are "". */
  type Telling = { leg: number; part: number; text: string; basis: string; note: string; words?: number /* of both, where they are read later */ };

  /** A moment of the journey: the index of a leg, and how much of its time has passed, 0..1. */
  type Moment = { leg: number; part: number };
  type Pacing = "story" | "truth";
  type Rung = "whole" | "leg" | "close";
  /** A view that a viewer chose: latitude and longitude in degrees, zoom. */
  type Pose = [number, number, number];
  /** A way that the journey is compared with: it leaves at `seconds` and `km` of the journey, at an even speed in
   * km/h, and ends at `end` km. */
  type Way = { name: string; kmh: number; seconds: number; km: number; end: number; other?: boolean };

  type Told = { said: string; basis: string; why: string };
  type Fact = Told & { key: string; label: string; differ: boolean; others: Told[] };
  /** A place on the route: `km` since the start of the journey; `legs` are the ids of those that an end is an end of.
   * A place where others say that a leg ended is `off` km from where it is drawn. `near` is what is said from near of an
   * end that is assumed. */
  type Stop = {
    name: string; names: string; at: Point; basis: string; why: string; km?: number; zone?: string | null;
    leg?: number; legs?: string[]; outer?: boolean; off?: number; facts?: Fact[]; note?: string; near?: string;
  };
  /** A landmark: a bridge has the `line` that leads over it, others are `at` a point, which may be `named` on the map anyway.
   * The note is as its basis says; a station may be `away` km from the nearest place where a leg begins or ends. */
  type Landmark = {
    kind: "bridge" | "point" | "station"; name: string; note: string; basis: string; why: string; named: boolean;
    line?: Point[]; at?: Point; away?: number;
  };
  /** A wait of a leg, from one part of its time to another, 0..1: in words, its length alone, and how that is known. */
  type Wait = { from: number; to: number; said: string; brief: string; short: string; basis: string; why: string };
  /** A leg as the wire gives it, unpacked: `span` is its time in s, 0 where it is not known; for each of its points
   * `at` is the part of the time passed, 0..1, and `km` the way since the start of the journey. Its `ride` is from the part
   * at which it leaves to the one at which it arrives; before and after it waits, as it may at stops between. It is `timed`
   * by a basis, or by "" where its time is not known. Times on it and at its end are known in the `finest` steps, in s; an
   * `even` speed is assumed, and its end is `sure`. Where nothing bounds the time at its end, that is `least` in words. */
  type Leg = {
    id: string; mode: string; name: string; from: string; to: string; brief: string; short: string; text: string; jump: string;
    points: Point[]; lane?: number /* how far it is drawn to the right, beside others on the same track */; at: number[]; km: number[]; span: number; finest: number[]; even: boolean; sure: boolean; least?: string; seconds: number | null; drawn: number; basis: string;
    facts: Fact[]; unknown: string[]; stops: Stop[]; timed: string; zones: [string, string]; ride: [number, number]; waits: Wait[];
    clock: ClockEvent[]; caption: { said: string; note: string };
  };
  type Grain = "clock" | "minute" | "day" | "month" | "year";
  /** What is known of when a part of a leg was passed. To the minute it is `early` and `late`, in s since 1970, and in s since
   * the midnight that began the first day where that has no date. What is coarser is `days`, in s from 1970 to the midnights
   * that began them there. Null is what nothing bounds; it may be `rough` s off. */
  type ClockEvent = {
    at: number; early: number | null; late: number | null; days: [number | null, number | null]; grain: Grain; rough: number; basis: string;
  };
  /** How a mode is drawn: its colour by theme, that of words of it, and its dash in pixels for a line of usual width. */
  type Mode = { name: string; light: string; dark: string; words: Record<Theme, string>; dash: string; icon: string; rails: boolean };
  type Theme = "light" | "dark";
  type Colours = Record<string, string>;
  type Words = Record<string, string>;
  /** Distance over time, drawn: its markup, the legs' shares of its width, and its height in km. The axes of its close-up
   * are in s and km from the start of that leg. */
  type Diagram = {
    markup: string; shares: number[]; top: number; closeUp: { leg: number; seconds: number; km: number } | null;
  };
  /** The rows of the timeline, as what draws the legs fills them. They are laid out for a width and a height between them in
   * pixels, the upper one shifted by such a share of the way from equal shares to true ones; `upper` is how its width is divided
   * before that, and where `opened` gives another value they are laid out anew. */
  type Row = {
    lay(width: number, height: number, shift: number): void;
    upper(): import("./arithmetic/division.js").Division; opened(state: State): number | null;
  };
  /** A chapter of the timeline: the index of its first leg, its name, the same in short, and what is said of it. */
  type Chapter = { first: number; name: string; short: string; said: string };
  /** What is told at the end: where one has arrived, where else by others, when, the whole of it, what came next, and a link that
   * leaves the page, as its note says. */
  type Closing = {
    arrived: Told; others: string; when: Told | null; totals: Told[]; after: Told[]; pictures: { said: string; by: string; url: string; note: string } | null;
  };
  /** Texts that are not in the language of the page, by their language and direction. */
  type Tongues = [string, string, string[]][];
  /** What the wire gives of a journey; `years` says that nothing around the map tells a reader of which year it is. */
  type Data = {
    tongues?: Tongues; marks?: string[] /* the bases of all figures, where legs are told in texts that are read `later` */; later?: ArrayLike<{text: string}>; several?: boolean /* whether that is told in more than one year */;
    id: string; language: string; runs?: string /* "rtl" where its words run so */; locale: string; years: boolean; title: string; titled?: boolean /* whether the stage shows it */; opening: string; ending: Closing; axis: { marks: [number, string, number][]; total: string }; chapters: Chapter[]; way: { km: number; said: string; parts: number };
    bounds: [Point, Point];
    legs: Leg[]; steps: Telling[]; dates: (Told | null)[]; ends: Stop[]; elsewhere: Stop[]; landmarks: Landmark[]; zones: Record<string, string>; modes: Record<string, Mode>;
    closeUp: { leg: string; name: string; box: [Point, Point] | null } | null; diagram: Diagram; themes: Record<Theme, Colours>;
    hollow: Record<string, number> /* share of a line's width that is paper, by basis */; near: Record<string, number> /* sizes of a railway from near, in pixels */; words: Words;
    whose: string; // the base map is, part by part, as HTML
  };
  /** A picture of hills, in base64 or at an address. `bounds` are west, south, east and north in degrees; `levels` the luma of flat
   * land, its range, and red less blue of the highest land; `strengths` how strong it is drawn, 0..1, at which zooms. */
  type Relief = {
    bounds: [number, number, number, number]; levels: [number, number, number]; strengths: [number, number][]; data?: string; url?: string;
  };
  /** The base map: layers by name as L.journey.unpack reads them, the box [west, south, east, north] at which the fine
   * ones are cut, in degrees, the names of countries by code, the relief, and the maps to be had online. */
  type Base = {
    layers: Record<string, any>; bbox: number[]; countries?: Record<string, string>; relief?: Relief | null; patience?: number;
    credit: string; // whose it is, in few words
    detail: [number, number]; // zooms beyond which there is no more to see, outside the box and in it
    providers: { name: string; url: string; attribution: string; maxZoom: number }[];
  };

  /** What the stage is at. All of it is truth; what follows from it is in the view. */
  type State = Readonly<{
    leg: number | null; // the leg that is chosen
    at: Moment | null; // the moment that is told; null until the story has begun
    rest: number; // milliseconds that it still rests at the end of a leg
    over: "opening" | "end" | null; // what lies over the map: the way in, until anything is told or picked, or the end of the story
    playing: boolean;
    by: "play" | "read" | "scrub" | "pick" | "link" | "page" | null; // who moved the moment last
    text: Box | null; // where the page's text is read through the map, in pixels of the stage
    pacing: Pacing;
    speed: number;
    aim: { to: Rung | Pose | null; cut: boolean }; // where the camera goes, null where the viewer holds it; every aim is a new one
    flight: { lasts: number; left: number } | null; // milliseconds of the flight that the camera is on, and of it while it plays; none where motion is unwanted
    open: Readonly<Record<"diagram" | "legend" | "help" | "more" | "controls", boolean>>;
    ways: readonly Way[]; // what the journey is compared with
    hushed: readonly number[]; // indices of the legs whose time may not be seen yet
    letters: boolean; // whether keys of one letter, digit or sign act
    theme: Theme;
    still: boolean; // whether motion is unwanted
    full: boolean; // whether the map fills the screen: wheel and finger are its own then
    drawn: "none" | "route" | "basemap" | "seen" | "named"; // seen once it has been on the screen for a frame
    visits: number; // steps that the back button undoes
    heard: boolean; // whether a page around the stage hears of picks
    picks: { count: number; due: string | null | undefined }; // told to that page; the one whose echo is still to come
  }>;

  /** What follows from a state; the same object as long as the state is the same. */
  type View = Readonly<{
    tale: Tale;
    begun: boolean;
    moment: Moment; // told, or the first
    seconds: number; // since the start of the journey; legs of unknown time add nothing
    place: { at: Point; km: number; index: number }; // where the traveller is, and the last point passed
    wait: Wait | null; // while nobody moves, once the story has begun
    halt: { left: number; lasts: number } | null; // milliseconds: of what is still to run out while it plays and no time passes
    wholes: Record<Pacing | "bar", number>; // how much of the whole has passed, 0..1
    said: () => import("./arithmetic/clock.js").Said; // what the clocks say
    aside: number; // pixels at the left of the stage, and above the timeline, that a text takes which is read there
    under: number;
    step: number | null; // the last step at or before the moment; of a leg that is chosen before the story begins, its first
    rung: Rung; // the view that belongs to the leg that is chosen
    held: boolean; // whether the camera, and not the viewer, holds the map
    colours: Colours;
    colour: (mode: string) => string;
    word: (mode: string) => string; // the same for words on the map
  }>;

  /** What never changes while a stage is open. */
  type Tale = Readonly<{
    data: Data;
    legs: Leg[];
    divisions: Record<Pacing | "bar", import("./arithmetic/division.js").Division>; // of time, and of the timeline's lower row
    ride: (division: Pacing | "bar", leg: number) => [number, number]; // where the ride of a leg is, 0..1 of the whole
    starts: number[]; // seconds since the start of the journey at which the legs start
    lasts: Record<Pacing, number>; // milliseconds that the whole takes at single speed, without rests
    rests: number[]; // milliseconds that the player rests at the end of each leg in story pacing
    plays: Record<Pacing, number>; // milliseconds that it takes to play at single speed, with rests and flights
    calm: boolean; // whether legs take so long in story pacing that the camera goes to each
    steps: Telling[];
    say: (now: import("./arithmetic/clock.js").Now) => import("./arithmetic/clock.js").Said;
    close: number; // index of the leg that has a view from near, or -1
  }>;

  type Action<T extends unknown[]> = (state: State, view: View, ...more: T) => Partial<State>;
  /** What an address says: a leg's id, a part of it, a pacing and a view; null is what it does not say. */
  type Link = { leg: string | null; part: number | null; pacing: Pacing; view: Rung | Pose | null };
  type Actions = {
    tick: Action<[milliseconds: number]>; run: Action<[]>; play: Action<[]>; pause: Action<[]>; toggle: Action<[]>;
    speed: Action<[times: number]>; pace: Action<[pacing: Pacing]>; seek: Action<[at: Moment]>;
    read: Action<[at: Moment | null]>; lay: Action<[text: Box | null]>;
    scrub: Action<[division: Pacing | "bar", share: number]>; step: Action<[by: number]>; choose: Action<[leg: number | null]>;
    pick: Action<[leg: number]>; turn: Action<[by: number]>; page: Action<[id: string | null, heard?: number]>;
    link: Action<[said: Link]>; follow: Action<[said: Link]>; aim: Action<[to: Rung]>; back: Action<[]>; fly: Action<[lasts: number]>; loosen: Action<[]>;
    unfold: Action<[name: keyof State["open"], yes?: boolean]>; escape: Action<[]>; again: Action<[]>; compare: Action<[ways: readonly Way[]]>; hush: Action<[legs: readonly number[]]>; spell: Action<[yes: boolean]>;
    theme: Action<[theme: Theme]>; still: Action<[yes: boolean]>; fill: Action<[yes: boolean]>; drawn: Action<[what: State["drawn"]]>;
  };
  type Target = EventTarget | L.Evented;

  /** Each begins something and gives a function that ends it. */
  interface Scope {
    add(end: () => unknown): () => void;
    on(target: Target, names: string, act: (event: any) => void, options?: AddEventListenerOptions): () => void;
    after(milliseconds: number, act: () => void): () => void;
    frame(act: (now: number) => void): () => void;
    observe(element: Element, act: () => void): () => void;
    remove(): void;
  }

  /** The panels along the edges of the map, by name. */
  interface Dock {
    put(name: string, element: HTMLElement, within?: string): () => void;
    size(name: string): { w: number; h: number };
    rects(...but: string[]): DOMRect[];
  }

  interface Store<S = State, V = View> {
    now(): S;
    view(): V;
    act<T extends unknown[]>(action: (state: S, view: V, ...more: T) => Partial<S>, ...more: T): void;
    watch<T>(phase: "tell" | "paint", pick: (state: S, view: V) => T, act: (value: T, before: T | undefined) => void): () => void;
    paint(): void;
    wake(): void;
    remove(): void;
  }

  /** What a part is given; all that it begins by it ends with the part. */
  interface Stage extends Omit<Store, "wake" | "remove">, Omit<Scope, "remove">, Dock {
    map: L.Map;
    box: HTMLElement; // the map's own element
    tale: Tale;
    words: Words;
    part<T extends object | void, U extends unknown[]>(make: (stage: Stage, ...more: U) => T, ...more: U): T & { remove(): void };
  }

  /** The stage as the page around it has it, also as `map.journey`. */
  interface Handle {
    stage?: Stage;
    goTo(id: string | null, heard?: number): void;
    remove(): void;
    seek?(id: string, part: number): void;
    pause?(): void;
    moment?(): Moment;
  }

  interface Window { L: typeof L; Streamlit?: { setComponentValue(value: unknown): void } }

  /** All names that the files of the stage give, a line a file. */
  type StageFiles =
    & import("./arithmetic/address.js").Gives
    & import("./arithmetic/alongside.js").Gives
    & import("./arithmetic/arithmetic.js").Gives
    & import("./arithmetic/bends.js").Gives
    & import("./arithmetic/berth.js").Gives
    & import("./arithmetic/between.js").Gives
    & import("./arithmetic/beyond.js").Gives
    & import("./arithmetic/boxes.js").Gives
    & import("./arithmetic/calendar.js").Gives
    & import("./arithmetic/called.js").Gives
    & import("./arithmetic/clock.js").Gives
    & import("./arithmetic/deck.js").Gives
    & import("./arithmetic/dial.js").Gives
    & import("./arithmetic/division.js").Gives
    & import("./arithmetic/ends.js").Gives
    & import("./arithmetic/extent.js").Gives
    & import("./arithmetic/fill.js").Gives
    & import("./arithmetic/fitting.js").Gives
    & import("./arithmetic/flight.js").Gives
    & import("./arithmetic/fromto.js").Gives
    & import("./arithmetic/grid.js").Gives
    & import("./arithmetic/isolated.js").Gives
    & import("./arithmetic/kilometres.js").Gives
    & import("./arithmetic/last.js").Gives
    & import("./arithmetic/latitude.js").Gives
    & import("./arithmetic/lattice.js").Gives
    & import("./arithmetic/length.js").Gives
    & import("./arithmetic/letters.js").Gives
    & import("./arithmetic/mercator.js").Gives
    & import("./arithmetic/midway.js").Gives
    & import("./arithmetic/owners.js").Gives
    & import("./arithmetic/pace.js").Gives
    & import("./arithmetic/placing.js").Gives
    & import("./arithmetic/playing.js").Gives
    & import("./arithmetic/rings.js").Gives
    & import("./arithmetic/scalebar.js").Gives
    & import("./arithmetic/spread.js").Gives
    & import("./arithmetic/stands.js").Gives
    & import("./arithmetic/strides.js").Gives
    & import("./arithmetic/strokes.js").Gives
    & import("./arithmetic/unpack.js").Gives
    & import("./arithmetic/wedges.js").Gives
    & import("./arithmetic/whose.js").Gives
    & import("./arithmetic/width.js").Gives
    & import("./core/actions.js").Gives
    & import("./core/compose.js").Gives
    & import("./core/dock.js").Gives
    & import("./core/element.js").Gives
    & import("./core/first.js").Gives
    & import("./core/icon.js").Gives
    & import("./core/mark.js").Gives
    & import("./core/modifier.js").Gives
    & import("./core/narrow.js").Gives
    & import("./core/part.js").Gives
    & import("./core/player.js").Gives
    & import("./core/scope.js").Gives
    & import("./core/store.js").Gives
    & import("./core/tale.js").Gives
    & import("./core/tongues.js").Gives
    & import("./core/view.js").Gives
    & import("./host/bridge.js").Gives
    & import("./host/dashboard.js").Gives
    & import("./host/open.js").Gives
    & import("./host/stage.js").Gives
    & import("./map/basemap.js").Gives
    & import("./map/breadth.js").Gives
    & import("./map/canvas.js").Gives
    & import("./map/captions.js").Gives
    & import("./map/countries.js").Gives
    & import("./map/course.js").Gives
    & import("./map/credits.js").Gives
    & import("./map/degrees.js").Gives
    & import("./map/dots.js").Gives
    & import("./map/frame.js").Gives
    & import("./map/gestures.js").Gives
    & import("./map/glide.js").Gives
    & import("./map/hits.js").Gives
    & import("./map/labels.js").Gives
    & import("./map/landmarks.js").Gives
    & import("./map/leaders.js").Gives
    & import("./map/lens.js").Gives
    & import("./map/lines.js").Gives
    & import("./map/margins.js").Gives
    & import("./map/pan.js").Gives
    & import("./map/pane.js").Gives
    & import("./map/pilot.js").Gives
    & import("./map/poles.js").Gives
    & import("./map/rails.js").Gives
    & import("./map/region.js").Gives
    & import("./map/relief.js").Gives
    & import("./map/settle.js").Gives
    & import("./map/shapes.js").Gives
    & import("./map/speck.js").Gives
    & import("./map/survey.js").Gives
    & import("./map/target.js").Gives
    & import("./map/toponyms.js").Gives
    & import("./map/vehicle.js").Gives
    & import("./map/waters.js").Gives
    & import("./map/window.js").Gives
    & import("./map/zoom.js").Gives
    & import("./outside/faces.js").Gives
    & import("./outside/focus.js").Gives
    & import("./outside/keys.js").Gives
    & import("./outside/link.js").Gives
    & import("./outside/still.js").Gives
    & import("./outside/streamlit.js").Gives
    & import("./outside/theme.js").Gives
    & import("./panels/blocks.js").Gives
    & import("./panels/button.js").Gives
    & import("./panels/card.js").Gives
    & import("./panels/chapters.js").Gives
    & import("./panels/dates.js").Gives
    & import("./panels/diagram.js").Gives
    & import("./panels/drag.js").Gives
    & import("./panels/ending.js").Gives
    & import("./panels/facts.js").Gives
    & import("./panels/guard.js").Gives
    & import("./panels/help.js").Gives
    & import("./panels/inset.js").Gives
    & import("./panels/ladder.js").Gives
    & import("./panels/legend.js").Gives
    & import("./panels/opening.js").Gives
    & import("./panels/rows.js").Gives
    & import("./panels/ruler.js").Gives
    & import("./panels/screen.js").Gives
    & import("./panels/shift.js").Gives
    & import("./panels/slices.js").Gives
    & import("./panels/strip.js").Gives
    & import("./panels/ticks.js").Gives
    & import("./panels/tiles.js").Gives
    & import("./panels/tips.js").Gives
    & import("./panels/transport.js").Gives
    & import("./panels/voice.js").Gives;
  interface Journey extends StageFiles {
    data: Data;
    base: Base;
    language: string; // the code of the language that the page's script was made in
  }
  namespace L {
    const journey: Journey;
  }
}
