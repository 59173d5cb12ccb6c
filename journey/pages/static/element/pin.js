/* The picture of a marker that others put on the map. */
/** @typedef {{pin: (marker: string, dot: string) => string}} Gives */
(function (L) {
  "use strict";

  // The colours that folium's icons are named by, and CSS does not know or has much louder.
  /** @type {Record<string, string>} */
  const COLOURS = {
    red: "#c8402f", darkred: "#953139", lightred: "#f18b7e", orange: "#e8912f", beige: "#f3c795", green: "#6a9f2c",
    darkgreen: "#677723", lightgreen: "#aee068", blue: "#3093c4", darkblue: "#155f94", cadetblue: "#456a79",
    lightblue: "#86cdf0", purple: "#b84d9e", darkpurple: "#5c3b6c", pink: "#f08fd8", white: "#fbfbfb", gray: "#5c5c5c",
    lightgray: "#a6a6a6", black: "#313131",
  };

  // It as an address that holds it: 26 pixels wide and 40 high, its tip at the middle below. Of what is no colour it is as
  // CSS has it, and text in quotes.
  L.journey.pin = (marker, dot) => {
    const made = new DOMParser().parseFromString('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 26 40" width="26" height="40">'
      + '<path d="M13 39C11 30 1.5 22.5 1.5 12.8a11.5 11.3 0 0 1 23 0C24.500 22.5 15 30 13 39Z" stroke="#fff" stroke-width="1.5"/>'
      + '<circle cx="13" cy="12.8" r="4.2"/></svg>', "image/svg+xml");
    [["path", marker], ["circle", dot]].forEach(([name, colour]) => made.querySelector(name)?.setAttribute("fill", COLOURS[colour] || colour));
    return `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(made))}`;
  };
})(window.L);
