/* What an address says of a lesson: its step, and whether the answer of that is shown. */
/** @typedef {{bookmark: {read(text: string): Bookmark | null, write(text: string, at: Bookmark | null): string}}} Gives */
(function (L) {
  "use strict";

  const NUMBER = /^\d{1,4}$/;

  /** @param {string} text */
  const parts = (text) => new URLSearchParams(text.replace(/^#/, ""));

  L.journey.bookmark = {
    // Out of a hash; null where it says nothing of a lesson.
    read: (text) => {
      const said = parts(text);
      const step = said.get("step");
      return step === null ? null : { step: NUMBER.test(step) ? Number(step) : 0, told: said.get("told") === "1" };
    },
    // The same hash with another step, or with none; what else it says stays.
    write: (text, at) => {
      const said = parts(text);
      ["step", "told"].forEach((key) => said.delete(key));
      if (at) said.set("step", String(at.step));
      if (at?.told) said.set("told", "1");
      return said.toString().replace(/%2C/g, ",");
    },
  };
})(window.L);
