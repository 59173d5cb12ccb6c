/* The names of keys. */
/** @typedef {{keyname: (event: {key: string, code?: string}) => string}} Gives */
(function (L) {
  "use strict";

  const LETTER = /^Key([A-Z])$/;

  // The name of a key; a letter in lower case, by its place where the keyboard writes other letters.
  L.journey.keyname = ({ key, code = "" }) => {
    const place = LETTER.exec(code);
    if (key.length === 1 && place && !/[a-z]/i.test(key)) return place[1].toLowerCase();
    return key.length === 1 ? key.toLowerCase() : key;
  };
})(window.L);
