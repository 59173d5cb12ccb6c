/* What the page of a lesson and the window of its notes say to each other: few words, and nothing else is heard. */
/** @typedef {{message: {
 *   deeds: readonly (keyof Omit<Deeds, "call">)[],
 *   ask(id: string, deed: Asked["deed"], number?: number): object, asked(id: string, data: any): Asked | null,
 *   tell(id: string, at: Noted): object, told(id: string, steps: readonly Step[], data: any): Noted | null}}} Gives */
(function (L) {
  "use strict";

  /** @type {Gives["message"]["deeds"]} */
  const PLAIN = ["on", "back", "first", "last", "reveal", "black", "large", "compare", "leave", "screen", "notes", "restart"];
  /** @type {readonly Asked["deed"][]} */
  const DEEDS = ["ask", "gone", "call", ...PLAIN];
  const NONE = { step: null, began: null };

  // Messages are of the journey of that id.
  /** @type {(id: string, data: any) => boolean} */
  const ours = (id, data) => Boolean(data) && typeof data === "object" && data.lesson === id;

  L.journey.message = {
    // What is done without a number.
    deeds: PLAIN,
    // From the notes: to be told where the lesson is, that they are gone, or what is to be done; `number` is a step from 1.
    ask: (id, deed, number = 0) => ({ lesson: id, deed, number }),
    asked: (id, data) => {
      const deed = ours(id, data) && DEEDS.find((one) => one === data.deed);
      return deed && Number.isInteger(data.number) ? { deed, number: data.number } : null;
    },
    // From the page: where the lesson is, or that it was left.
    tell: (id, { step, began }) => ({ lesson: id, step, began }),
    told: (id, steps, data) => {
      if (!ours(id, data)) return null;
      if (data.step === null) return NONE;
      return Number.isInteger(data.step) && steps[data.step] && Number.isFinite(data.began) ? { step: data.step, began: data.began } : null;
    },
  };
})(window.L);
