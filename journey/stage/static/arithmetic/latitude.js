/* What a scale says where Mercator's projection stretches it, and where its map ends. Free of the DOM. */
// needs: arithmetic/arithmetic arithmetic/fill
/** A length with the latitude at which it is drawn so long, and what is said where the map ends, or "".
 * @typedef {{bar: string, ends: string}} Latitude
 * @typedef {{latitude: (words: Words, bar: string, lat: number, south: number, north: number, farthest: number) => Latitude}} Gives */
(function (L) {
  "use strict";

  const { arithmetic, fill } = L.journey;
  // Degrees: from where lengths differ in a view, and around where at least that is what it shows; where it is about a pole, and
  // where the map ends.
  const [FROM, LEAST, HIGH, END] = [60, 30, 70, 85];

  // For a view around a latitude, from the south to the north, of a journey whose farthest point from the equator is there. All
  // are in degrees.
  L.journey.latitude = (words, bar, lat, south, north, farthest) => {
    const [far, about] = [Math.max(north, -south), Math.abs(lat)];
    const place = arithmetic.degrees(Math.round(lat), words["map.north_south"].split("/"));
    const ends = far >= END && about > HIGH ? words["map.ends"] : "";
    return {
      bar: far > FROM && about > LEAST ? fill(words["map.scale_at"], { bar, latitude: place }) : bar,
      ends: farthest > END ? words["map.beyond"] : ends,
    };
  };
})(window.L);
