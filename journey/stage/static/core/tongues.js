/* The language and the direction of texts that are not as those of the page. */
// needs: arithmetic/isolated
/** @typedef {{lang?: string, dir?: string}} Tongue
 * @typedef {{tongues: {know(found: Tongues): void, of(text: string): Tongue}}} Gives */
(function (L) {
  "use strict";

  /** @type {Map<string, Tongue>} */
  const known = new Map();

  // know() is told of such texts: language, direction, texts. of() gives those of a text, which follows its letters where nothing is
  // known of it.
  L.journey.tongues = {
    know: (found) => found.forEach(([lang, dir, texts]) => texts.forEach((text) => known.set(text, { lang, dir }))),
    of: (text) => known.get(text) || (L.journey.isolated.leftward(text) ? { dir: "auto" } : {}),
  };
})(window.L);
