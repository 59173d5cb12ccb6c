// The types of a lesson, which stands on the stage. Its parts are written as the stage's are, but for this:
//
// - They are given a `Lesson`: the stage, and a store of its own with a `LessonState`. `lesson.act(action, ...)` changes
//   that, and `lesson.watch(pick, act)` learns of it in a microtask, for the window of the notes may cover that of the
//   page, and a covered one gets no frames.
// - Folders come after those of the stage: element < guess < compare < teacher < lesson < host.

export {};

declare global {
  type Unit = "s" | "min" | "h" | "d" | "w" | "y" | "m" | "km" | "mi" | "km/h" | "deg";
  /** A figure with its basis by key and word, and what it stands on. */
  type Standing = { said: string; basis: string; word: string; why: string; note: string; links: Named[] };

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
  type Classroom = { questions: Question[]; steps: Step[]; compare: Yardstick[] };
  /** A source by its name, and its address or "". */
  type Named = { label: string; url: string };
  /** What the page brings along for a lesson. */
  type Taught = { classroom: Classroom; said: Words; sources: Named[] };

  /** One guess: a number that was said, or a hand that was raised for the range of that index. */
  type Guessed = Readonly<{ number: number } | { hand: number }>;
  /** How many hands were raised for a range. */
  type Hands = { low: number; high: number; count: number };

  /** What is presented. Arrivals at a step are counted, also those at the same one again; `onward` tells whether the last
   * came from the step before, and `told` are the indices of the steps whose answer has been shown. */
  type Show = Readonly<{
    step: number; onward: boolean; arrivals: number; told: readonly number[]; black: boolean; large: boolean;
  }>;
  /** What a lesson is at: nothing is shown while nobody presents; guesses by the id of their question; the comparison
   * with the index of the leg that it starts with, or -1, and of the yardstick that is picked. */
  type LessonState = Readonly<{
    show: Show | null; guesses: ReadonlyMap<string, readonly Guessed[]>;
    comparing: Readonly<{ leg: number; pick: number | null }> | null;
  }>;
  /** What never changes while a page is open. */
  type Plan = Readonly<{
    steps: readonly Step[]; compare: readonly Yardstick[]; legs: readonly Leg[]; find: (question: string | null) => Question | null;
  }>;
  /** What follows from a state; `leg` is the index of the step's leg or -1, `told` whether the answer of its question is
   * shown, `secret` are the indices of the legs whose time may not be seen yet. */
  type LessonView = Readonly<{
    plan: Plan; step: Step | null; question: Question | null; leg: number; told: boolean;
    guesses: readonly Guessed[]; secret: readonly number[];
  }>;
  type LessonAction<T extends unknown[]> = (state: LessonState, view: LessonView, ...more: T) => Partial<LessonState>;

  /** What keys and buttons do; `call` goes to a step by its number, from 1. */
  type Deeds = Record<
    "on" | "back" | "first" | "last" | "reveal" | "black" | "large" | "compare" | "leave" | "screen" | "notes", () => void
  > & { call(number: number): void };

  /** A drawing of guesses: those that were said, the hands that were raised, and the answer where it is told. */
  type Drawn = { guess: Guess; numbers: number[]; hands: Hands[]; told: boolean; locale: string; label: string };

  /** What a part of a lesson is given; what it begins by `stage`, `watch` and `part` ends with it. */
  interface Lesson {
    stage: Stage;
    plan: Plan;
    words: Words;
    sources: Named[];
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
    & import("./arithmetic/keyname.js").Gives
    & import("./arithmetic/measure.js").Gives
    & import("./arithmetic/number.js").Gives
    & import("./arithmetic/rose.js").Gives
    & import("./arithmetic/scale.js").Gives
    & import("./arithmetic/steps.js").Gives
    & import("./arithmetic/tally.js").Gives
    & import("./arithmetic/timing.js").Gives
    & import("./arithmetic/yardstick.js").Gives
    & import("./compare/companion.js").Gives
    & import("./compare/comparison.js").Gives
    & import("./compare/item.js").Gives
    & import("./element/press.js").Gives
    & import("./element/shape.js").Gives
    & import("./element/standing.js").Gives
    & import("./guess/axis.js").Gives
    & import("./guess/compass.js").Gives
    & import("./guess/entry.js").Gives
    & import("./guess/guess.js").Gives
    & import("./guess/hands.js").Gives
    & import("./guess/markers.js").Gives
    & import("./host/present.js").Gives
    & import("./host/presenter.js").Gives
    & import("./host/story.js").Gives
    & import("./lesson/bar.js").Gives
    & import("./lesson/blackout.js").Gives
    & import("./lesson/board.js").Gives
    & import("./lesson/dress.js").Gives
    & import("./lesson/fullscreen.js").Gives
    & import("./lesson/lead.js").Gives
    & import("./lesson/lesson.js").Gives
    & import("./lesson/show.js").Gives
    & import("./lesson/slide.js").Gives
    & import("./teacher/clicker.js").Gives
    & import("./teacher/notes.js").Gives
    & import("./teacher/popup.js").Gives;
  interface Journey extends LessonFiles {
    map?: L.Map; // of the page
  }
}
