/* The names that the base map brings: countries, waters, capitals and towns. */
// needs: map/countries map/survey map/waters
/** A name of the base map, and what the names stand on.
 * @typedef {import("./labels.js").Item} Item
 * @typedef {{kind: string, at: Point, zoom: number, until?: number, name: string, country?: string}} Place
 * @typedef {{places: Place[], ground: import("./survey.js").Ground}} Known
 * @typedef {{toponyms: (stage: Stage, known: Known, countries: Record<string, string>, taken: Set<string | undefined>) => Item[]}} Gives */
(function (L) {
  "use strict";

  // Ranks of labels: those of the journey are lower, but for stops, which stand between capitals and towns.
  const RANK = { country: 3, sea: 4, capital: 5, river: 6, town: 10 };
  const AREAS = ["country", "sea", "river"];

  // What has no name, or one that the stage shows itself, those `taken`, is left out, but for rivers: villages are called after them.
  // Names of countries come by their codes.
  L.journey.toponyms = (stage, { places, ground }, countries, taken) => {
    const others = places.filter(({ kind, name }) => name && (kind === "river" || !taken.has(name)));
    const survey = L.journey.survey(stage, ground, places);
    /** @type {Item[]} */
    const towns = others.filter(({ kind }) => !AREAS.includes(kind)).map((place) => ({
      kind: place.kind, text: place.name, at: place.at, zoom: place.zoom, until: place.until, gap: 5, dot: place.kind !== "island", centred: place.kind === "island",
      rank: place.kind === "capital" ? RANK.capital : RANK.town + place.zoom,
    }));
    return [
      ...L.journey.countries(survey, countries, RANK.country),
      ...L.journey.waters(survey, ground, others, RANK), ...towns,
    ];
  };
})(window.L);
