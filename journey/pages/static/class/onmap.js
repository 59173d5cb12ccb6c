/* Guesses on the map: directions as arrows from where the leg starts, distances along the drawn line. */
// needs: class/figures class/scale core/node
(function (L) {
  "use strict";

  const { node } = L.journey;
  const { shape } = L.journey.scale;
  const { KM, along, passed, teller } = L.journey.figures;
  const LONG = 150; // pixels of an arrow
  const NAMED = 6; // guesses, beyond which they are drawn without their numbers

  // An arrow in a direction in degrees clockwise from north; on a Mercator map directions are true at each place.
  const arrow = (degrees, kind) => {
    const svg = shape("svg", { class: `cl-arrow ${kind}`, viewBox: `${-LONG} ${-LONG} ${2 * LONG} ${2 * LONG}`, width: 2 * LONG, height: 2 * LONG, "aria-hidden": "true" });
    const way = `M0 0V${-LONG + 16}M-9 ${-LONG + 22}L0 ${-LONG + 6}L9 ${-LONG + 22}`;
    const turned = shape("g", { transform: `rotate(${degrees})` });
    turned.append(shape("path", { class: "cl-halo", d: way }), shape("path", { d: way }));
    svg.append(turned);
    return L.divIcon({ className: "cl-onmap", html: svg, iconSize: [2 * LONG, 2 * LONG] });
  };
  const flag = (text, kind) => {
    const box = node("span", `cl-flag ${kind}`);
    box.append(node("span", "cl-pin"), node("span", "cl-flag-text", text));
    return L.divIcon({ className: "cl-onmap", html: box, iconSize: [0, 0] });
  };

  // Data as the wire gives it. Returns {show(question, numbers), clear(), remove()}.
  L.journey.onmap = (map, data) => {
    const shown = [];
    // A name stands to the left of its pin in the right half of the map.
    const kind = (at, name) => (map.latLngToContainerPoint(at).x > map.getSize().x / 2 ? `${name} cl-left` : name);
    const put = (at, icon) => shown.push(L.marker(at, { icon, interactive: false, keyboard: false, pane: "vehicle" }).addTo(map));
    const clear = () => shown.splice(0).forEach((marker) => marker.remove());

    const directions = (guess, start, numbers) => {
      numbers.forEach((degrees) => put(start, arrow(degrees, "cl-theirs")));
      if (guess.least !== null && guess.least === guess.most) put(start, arrow(guess.least, "cl-known"));
    };
    const distances = (guess, leg, numbers) => {
      const tell = teller(data.locale, guess.unit);
      const names = numbers.length <= NAMED;
      numbers.forEach((value) => {
        const km = passed(data.legs, leg, value * KM[guess.unit]);
        const at = km === null ? null : along(data.legs, km);
        if (at) put(at, flag(names ? tell(value) : "", kind(at, "cl-theirs")));
      });
      const km = guess.least === null ? null : passed(data.legs, leg, guess.least * KM[guess.unit]);
      const at = km === null ? null : along(data.legs, km);
      if (at) put(at, flag(guess.fact.said, kind(at, "cl-known")));
    };
    return {
      show: (question, numbers) => {
        clear();
        const { guess } = question;
        const leg = Math.max(0, data.legs.findIndex(({ id }) => id === question.leg));
        if (guess.of === "direction") directions(guess, data.legs[leg].points[0], numbers);
        if (guess.of === "distance") distances(guess, leg, numbers);
      },
      clear,
      remove: clear,
    };
  };
})(window.L);
