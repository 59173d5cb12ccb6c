/* The stage in the frame of the dashboard, whose page says which leg is chosen and in which language all of it is told. */
// needs: core/element host/open outside/streamlit
/** What of a journey is told in one language: its data, and of the base map the names.
 * @typedef {{data: Data, base: Pick<Base, "countries" | "layers">}} Said
 * @typedef {{dashboard: {open(map: L.Map): Handle, hear(map: L.Map, leg: string | null, heard: number, language: string, words: string, missing: string): void}}} Gives */
(function (L) {
  "use strict";

  // The code of the language that is shown, or that is on its way.
  let spoken = "";
  // The leg that the page told last.
  /** @type {string | null | undefined} */
  let chosen;
  // Takes away what was said of words that did not come.
  let quiet = () => {};

  // The stage on the map, in the state of the one before.
  /** @type {(map: L.Map, before?: State) => Handle} */
  const open = (map, before) => {
    spoken = L.journey.language;
    const handle = L.journey.open(map, L.journey.data, L.journey.base, before);
    // The frame says that it is in English, and has the title of a library.
    Object.assign(document.documentElement, { lang: L.journey.data.language, dir: L.journey.data.runs || "" });
    document.title = map.getContainer().getAttribute("aria-label") || "";
    handle.stage?.part(L.journey.streamlit);
    return handle;
  };

  // Takes the stage off the map and puts one in its place that tells the same moment in other words.
  /** @type {(map: L.Map, said: Said) => void} */
  const say = (map, { data, base: { countries, layers } }) => {
    const { base } = L.journey;
    const box = map.getContainer();
    const before = map.journey?.stage?.now();
    const focused = box.contains(document.activeElement);
    map.journey?.remove();
    Object.assign(L.journey, { data, language: spoken, base: { ...base, countries, layers: { ...base.layers, ...layers } } });
    open(map, before);
    if (focused) box.focus({ preventScroll: true });
  };

  // Says on the map, to those who hear it, too, that it has stayed in its language, until the page tells something next.
  /** @type {(map: L.Map, language: string, missing: string) => void} */
  const fail = (map, language, missing) => {
    const message = L.journey.element("p", "jm-message jm-base-failed", missing);
    message.lang = language;
    message.setAttribute("role", "alert");
    quiet = map.journey?.stage?.put("failed", message) ?? quiet;
  };

  // Asks for words. Of two languages that were asked for the last one counts, whichever comes first; one that did not come is asked
  // for again when the page tells something next.
  /** @type {(map: L.Map, language: string, words: string, missing: string) => Promise<void>} */
  const ask = async (map, language, words, missing) => {
    spoken = language;
    try {
      const answer = await fetch(words);
      if (!answer.ok) throw new Error(`${words}: ${answer.status}`);
      const said = await answer.json();
      if (spoken === language) say(map, said);
    } catch (error) {
      if (spoken === language) {
        spoken = L.journey.language;
        fail(map, language, missing);
      }
      reportError(error);
    }
  };

  L.journey.dashboard = {
    open,
    // The page tells the leg that is chosen, as of so many picks that it has heard of, and a language: the address of its words, and
    // what is said where they do not come. Where it tells but a language, the stage knows better at which leg it is: it may have
    // played on meanwhile.
    hear: (map, leg, heard, language, words, missing) => {
      quiet();
      if (language === spoken || leg !== chosen) map.journey?.goTo(leg, heard);
      chosen = leg;
      if (language !== spoken) ask(map, language, words, missing);
    },
  };
})(window.L);
