// The types of a lesson, which stands on the stage. Its parts are written as the stage's are, but for this:
//
// - They are given a `Lesson`: the stage, and a store of its own with a `LessonState`. `lesson.act(action, ...)` changes
//   that, and `lesson.watch(pick, act)` learns of it in a microtask, for the window of the notes may cover that of the
//   page, and a covered one gets no frames.
// - Folders come after those of the stage: reading < element < guess < compare < teacher < lesson < host.

export {};

declare global {
  type Unit = "s" | "min" | "h" | "d" | "w" | "y" | "m" | "km" | "mi" | "km/h" | "deg";
  /** A figure with its basis by key and word, and what it stands on. */
  type Standing = { said: string; basis: string; word: string; why: string };

  /** A guess to be made, and its answer within `least` and `most`, in its unit; null where that is not known. */
  type Guess = {
    of: "duration" | "distance" | "speed" | "direction"; unit: Unit; low: number; high: number; step: number;
    value: number | null; least: number | null; most: number | null; fact: Standing | null;
  };
  type Question = { id: string; kind: "discuss" | "guess"; leg: string | null; text: string; answer: string; guess: Guess | null };
  /** One screen of a lesson; `at` is the part of its leg that has passed, 0..1. */
  type Step = {
    kind: "title" | "approach" | "moment" | "question" | "closing"; leg: string | null; at: number | null;
    question: string | null; minutes: number; text: string; notes: string;
  };
  /** Something to compare the journey with: its pace in km/h, its length in km and its time in s. */
  type Yardstick = {
    name: string; mode: string | null; kmh: number | null; km: number | null; seconds: number | null;
    speed: Standing | null; distance: Standing | null; duration: Standing | null;
  };
  /** `told` says of each leg who reported it; there is an `outline` where there is something to compare. */
  type Classroom = { questions: Question[]; steps: Step[]; compare: Yardstick[]; outline: Outline | null; told: string[] };
  /** What the page brings along for a lesson. */
  type Taught = { classroom: Classroom; said: Words };

  /** One guess: a number that was said, or a hand that was raised for the range of that index. */
  type Guessed = Readonly<{ number: number } | { hand: number }>;
  /** How many hands were raised for a range. */
  type Hands = { low: number; high: number; count: number };

  /** What is presented. Arrivals at a step are counted, also those at the same one again; `onward` tells whether the last
   * came from the step before, `told` are the indices of the steps whose answer has been shown, and `strayed` says that a
   * link led to a step that is not there. */
  type Show = Readonly<{
    step: number; onward: boolean; arrivals: number; told: readonly number[]; black: boolean; large: boolean; strayed: boolean;
  }>;
  /** What an address says of a lesson: a step from 1, or 0 for what is none, and whether its answer is shown. */
  type Bookmark = { step: number; told: boolean };
  /** What a tab keeps of a lesson, so that nothing is lost when its page is loaded anew. */
  type Memory = {
    guesses: ReadonlyMap<string, readonly Guessed[]>; told: number[]; began: number | null; large: boolean;
    comparing: boolean; home: Home | null;
  };
  /** Where the way is laid at home: all of it, or what is seen from near. */
  type Home = Readonly<{ at: Point; near: boolean }>;
  /** What a lesson is at: nothing is shown while nobody presents; guesses by the id of their question; whether the
   * comparison is open. It `began` so many milliseconds after 1970; the browser `keeps` what a page would lose when it is loaded anew, or it does not. The
   * window of the notes is `emptied` where it was loaded anew and can't be filled again. */
  type LessonState = Readonly<{
    show: Show | null; guesses: ReadonlyMap<string, readonly Guessed[]>;
    comparing: boolean; home: Home | null;
    began: number | null; keeps: boolean; emptied: boolean;
  }>;
  /** What never changes while a page is open. */
  type Plan = Readonly<{
    steps: readonly Step[]; compare: readonly Yardstick[]; outline: Outline | null; legs: readonly Leg[]; find: (question: string | null) => Question | null;
  }>;
  /** What follows from a state; `leg` is the index of the step's leg or -1, and it is `gone` where the journey has none such;
   * `told` is whether the answer of its question is shown, `secret` are the indices of the legs whose time may not be seen yet. */
  type LessonView = Readonly<{
    plan: Plan; step: Step | null; question: Question | null; leg: number; gone: boolean; told: boolean;
    guesses: readonly Guessed[]; secret: readonly number[];
  }>;
  type LessonAction<T extends unknown[]> = (state: LessonState, view: LessonView, ...more: T) => Partial<LessonState>;

  /** What keys and buttons do; `call` goes to a step by its number, from 1. */
  type Deeds = Record<
    "on" | "back" | "first" | "last" | "reveal" | "black" | "large" | "compare" | "leave" | "screen" | "notes" | "restart", () => void
  > & { call(number: number): void };

  /** How guesses are made on a drawing of them: with the slider, which may be turned, by a hand for the range of that index, or by
   * how many hands there are for it. */
  type GuessActs = {
    slider: HTMLInputElement; turn(value: number): void; hand(index: number): void; count(index: number, count: number): void;
  };
  /** A drawing of guesses: `show` draws those, `point` turns its needle, `row` marks from one value to another. */
  type Board = {
    element: HTMLElement; show(guesses: readonly Guessed[]): void; point?(value: number | null): void;
    row(kind: string, range: [number, number], text: string): void;
  };

  /** Lines, one a leg, as km east and north of the first point of all by turns, on a map that keeps bearings and distances from
   * there; and where it ended by others: such km and a name. */
  type Outlined = { lines: number[][]; others: [number, number, string][] };
  type Outline = { whole: Outlined; near: Outlined | null };
  /** The same laid over a place, with the point where it ends. */
  type Laid = Readonly<{ lines: Point[][]; end: Point; others: Point[] }>;
  /** One who races the travellers: at an even speed in km/h, over so many km at the most, perhaps by another way. */
  type Racer = { name: string; kmh: number; far: number; other: boolean };
  /** What a race is at: whether it is run over the leg that is seen from near; starts are counted. Its way may be
   * laid over a place at home, which one may be `picking`. */
  type RaceState = Readonly<{ near: boolean; starts: number; home: Point | null; picking: boolean }>;
  /** What follows from it; `leg` is the index of the leg that is run or -1, `run` are all that are, `points` are those of the line that is looked at. */
  type RaceView = Readonly<{
    leg: number; run: readonly Leg[]; start: import("./arithmetic/yardstick.js").Start; racers: readonly Racer[]; points: readonly Point[];
    home: Point | null; picking: boolean; outline: Outlined; laid: Laid | null;
  }>;
  /** The panel of a race, and what stands last in it where it is folded. */
  type RacePanel = { root: HTMLElement; head: HTMLElement };
  /** What the parts of a race share; what one begins by `watch` ends with the stage that it gives. */
  interface Race {
    view(): RaceView;
    held(): boolean; // whether it would tell what is still a secret
    act<T extends unknown[]>(action: (state: RaceState, view: RaceView, ...more: T) => Partial<RaceState>, ...more: T): void;
    watch<T>(own: Pick<Stage, "add">, pick: (state: RaceState, view: RaceView) => T, act: (value: T, before: T | undefined) => void): void;
    run(own: Pick<Stage, "watch">, act: () => void): void; // calls act() whenever its clock stands elsewhere, or what is a secret is not the same
  }

  /** Where the notes are: the index of a step, or null where nothing is presented, and when the lesson began, in ms since 1970. */
  type Noted = { step: number | null; began: number | null };
  /** What notes are made of. */
  type Noting = Pick<Plan, "steps" | "find"> & { words: Words; locale: string };
  /** The same as a window of its own is given it, of the journey of that id. */
  type Brought = { id: string; locale: string; words: Words; questions: Question[]; steps: readonly Step[] };
  /** What such a window asks for: to be told where the lesson is, to be forgotten, or a deed. */
  type Asked = { deed: "ask" | "gone" | keyof Deeds; number: number };

  /** What is kept as long as the tab is, by name, also when its page is loaded anew; until the lesson is left. */
  interface Kept {
    keep(name: string, value: unknown): void;
    kept(name: string): unknown; // null where nothing was
    forget(): void;
  }
  /** What a part of a lesson is given; what it begins by `stage`, `watch` and `part` ends with it. */
  interface Lesson extends Kept {
    stage: Stage;
    plan: Plan;
    words: Words;
    told: string[]; // of each leg who reported it
    group: string; // what divides the thousands of a number
    now(): LessonState;
    view(): LessonView;
    act<T extends unknown[]>(action: LessonAction<T>, ...more: T): void;
    watch<T>(pick: (state: LessonState, view: LessonView) => T, act: (value: T, before: T | undefined) => void): () => void;
    part<T extends object | void, U extends unknown[]>(make: (lesson: Lesson, ...more: U) => T, ...more: U): T & { remove(): void };
  }

  /** All names that the files of a lesson give, a line a file. */
  type LessonFiles =
    & import("./arithmetic/along.js").Gives
    & import("./arithmetic/asked.js").Gives
    & import("./arithmetic/bookmark.js").Gives
    & import("./arithmetic/column.js").Gives
    & import("./arithmetic/coordinates.js").Gives
    & import("./arithmetic/keyname.js").Gives
    & import("./arithmetic/laid.js").Gives
    & import("./arithmetic/measure.js").Gives
    & import("./arithmetic/memory.js").Gives
    & import("./arithmetic/message.js").Gives
    & import("./arithmetic/number.js").Gives
    & import("./arithmetic/rose.js").Gives
    & import("./arithmetic/scale.js").Gives
    & import("./arithmetic/steps.js").Gives
    & import("./arithmetic/tally.js").Gives
    & import("./arithmetic/thread.js").Gives
    & import("./arithmetic/timing.js").Gives
    & import("./arithmetic/yardstick.js").Gives
    & import("./compare/comparison.js").Gives
    & import("./compare/heat.js").Gives
    & import("./compare/home.js").Gives
    & import("./compare/lanes.js").Gives
    & import("./compare/overlay.js").Gives
    & import("./compare/pick.js").Gives
    & import("./compare/race.js").Gives
    & import("./compare/room.js").Gives
    & import("./compare/runners.js").Gives
    & import("./compare/startlist.js").Gives
    & import("./element/pin.js").Gives
    & import("./element/pinned.js").Gives
    & import("./element/press.js").Gives
    & import("./element/shape.js").Gives
    & import("./element/standing.js").Gives
    & import("./guess/axis.js").Gives
    & import("./guess/compass.js").Gives
    & import("./guess/counts.js").Gives
    & import("./guess/entry.js").Gives
    & import("./guess/flags.js").Gives
    & import("./guess/guess.js").Gives
    & import("./guess/markers.js").Gives
    & import("./guess/slider.js").Gives
    & import("./guess/verdict.js").Gives
    & import("./host/alone.js").Gives
    & import("./host/held.js").Gives
    & import("./host/present.js").Gives
    & import("./host/presenter.js").Gives
    & import("./host/story.js").Gives
    & import("./lesson/bar.js").Gives
    & import("./lesson/blackout.js").Gives
    & import("./lesson/board.js").Gives
    & import("./lesson/dress.js").Gives
    & import("./lesson/entries.js").Gives
    & import("./lesson/fullscreen.js").Gives
    & import("./lesson/kept.js").Gives
    & import("./lesson/lead.js").Gives
    & import("./lesson/lesson.js").Gives
    & import("./lesson/show.js").Gives
    & import("./lesson/slide.js").Gives
    & import("./reading/gap.js").Gives
    & import("./reading/places.js").Gives
    & import("./reading/reading.js").Gives
    & import("./reading/told.js").Gives
    & import("./reading/tools.js").Gives
    & import("./teacher/aside.js").Gives
    & import("./teacher/clicker.js").Gives
    & import("./teacher/notes.js").Gives
    & import("./teacher/popup.js").Gives;
  interface Journey extends LessonFiles {
    map?: L.Map; // of the page
  }
  interface Window { $?: unknown } // jQuery, where layers of others call it
}
