/* What a tab keeps of a lesson, as plain data, and what can be believed of such data. */
/** @typedef {{memory: {pack(state: LessonState): Record<string, unknown>, unpack(plan: Plan, kept: (name: string) => unknown, now: number): Memory}}} Gives */
(function (L) {
  "use strict";

  /** @type {(value: unknown) => unknown[]} */
  const list = (value) => (Array.isArray(value) ? value : []);

  // Whether it is a guess: some numbers by name, one of which says what was guessed.
  /** @type {(value: any) => value is Guessed} */
  const guessed = (value) => Boolean(value) && typeof value === "object" && (Object.hasOwn(value, "number") || Object.hasOwn(value, "hand"))
    && Object.values(value).every(Number.isFinite);

  // Where the way is laid, or null.
  /** @type {(plan: Plan, value: any) => Home | null} */
  const placed = (plan, value) => {
    const [lat, lon] = list(value?.at);
    if (!Number.isFinite(lat) || !Number.isFinite(lon)) return null;
    return { at: [Number(lat), Number(lon)], near: value.near === true && Boolean(plan.outline?.near) };
  };

  L.journey.memory = {
    pack: ({ guesses, show, began, comparing, home }) =>
      ({ guesses: [...guesses], told: show?.told || [], began, large: Boolean(show?.large), comparing, home }),
    // What was packed, by name, without all that can't be of this lesson; `now` are ms since 1970.
    unpack: (plan, kept, now) => {
      const began = Number(kept("began"));
      /** @type {(step: unknown) => step is number} */
      const known = (step) => typeof step === "number" && Boolean(plan.steps[step]);
      return {
        guesses: new Map(list(kept("guesses")).flatMap((one) => {
          const [id, all] = list(one);
          return typeof id === "string" && plan.find(id) ? [[id, list(all).filter(guessed)]] : [];
        })),
        told: list(kept("told")).filter(known),
        began: began > 0 && began <= now ? began : null,
        large: kept("large") === true,
        comparing: kept("comparing") === true,
        home: placed(plan, kept("home")),
      };
    },
  };
})(window.L);
