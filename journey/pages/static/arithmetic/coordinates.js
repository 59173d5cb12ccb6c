/* Coordinates as people write them. */
/** @typedef {{coordinates: (text: string) => {at: Point} | {fault: "class.home_unread" | "class.home_off"}}} Gives */
(function (L) {
  "use strict";

  // Degrees, perhaps with minutes and seconds, a sign or a letter before or after, by what divides off decimals.
  /** @param {string} mark */
  const half = (mark) => {
    const number = `\\d+(?:[${mark}]\\d+)?`;
    return `([NSEW])?\\s*(-)?(${number})\\s*°?(?:\\s*(${number})\\s*'(?:\\s*(${number})\\s*")?)?\\s*([NSEW])?`;
  };
  // With decimal points a comma, too, may part the two; with decimal commas there has to be a space or a semicolon.
  const [POINTS, COMMAS] = [[".", "\\s*[,;]\\s*|\\s+"], [",", "\\s*;\\s*|,?\\s+"]]
    .map(([mark, between]) => new RegExp(`^\\s*${half(mark)}(?:${between})${half(mark)}\\s*$`));

  /** @typedef {{value: number, letter: string}} Half */
  // A letter, a sign, degrees, minutes, seconds and a letter; NaN where there are both a sign and a letter, or more than 59 minutes or seconds.
  /** @type {(parts: (string | undefined)[]) => Half} */
  const read = (parts) => {
    const size = parts.slice(2, 5).map((part) => Number((part || "0").replace(",", ".")));
    const letter = parts[0] || parts[5] || "";
    const sound = size[1] < 60 && size[2] < 60 && !(parts[0] && parts[5]) && !(parts[1] && letter);
    return { value: sound ? (size[0] + size[1] / 60 + size[2] / 3600) * (parts[1] || /[SW]/.test(letter) ? -1 : 1) : NaN, letter };
  };

  // Letters may turn the order of the two round.
  /** @type {(one: Half, two: Half) => ReturnType<Gives["coordinates"]>} */
  const placed = (one, two) => {
    if (/[EW]/.test(one.letter) && !/[EW]/.test(two.letter)) return placed(two, one);
    if (/[EW]/.test(one.letter) || /[NS]/.test(two.letter) || Number.isNaN(one.value + two.value)) return { fault: "class.home_unread" };
    return Math.abs(one.value) > 90 || Math.abs(two.value) > 180 ? { fault: "class.home_off" } : { at: [one.value, two.value] };
  };

  // Latitude and longitude out of a text, with whatever marks of minutes and seconds there are.
  L.journey.coordinates = (text) => {
    const plain = text.toUpperCase().replace(/[\u2212\u2013]/g, "-").replace(/\u00ba/g, "°")
      .replace(/[\u2032\u2019]/g, "'").replace(/[\u2033\u201d]|''/g, '"').replace(/[NSEW°'"]/g, "$& ");
    const found = POINTS.exec(plain) || COMMAS.exec(plain);
    return found ? placed(read(found.slice(1, 7)), read(found.slice(7))) : { fault: "class.home_unread" };
  };
})(window.L);
