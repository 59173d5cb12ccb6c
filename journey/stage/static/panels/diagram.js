/* Distance over true time, under the timeline: the drawing that the page and the paper have too, with a cursor on it. */
// needs: arithmetic/bends core/element
/** @typedef {{diagram: (stage: Stage) => {element: HTMLElement}}} Gives */
(function (L) {
  "use strict";

  const { element } = L.journey;
  const SVG = "http://www.w3.org/2000/svg";
  const LATE = 0.7; // of the drawing, beyond which a name stands on the left of its point

  /** @type {(share: number) => string} */
  const percent = (share) => `${(share * 100).toFixed(3)}%`;
  /** @type {(name: "line" | "text", attributes: Record<string, string>, text?: string) => SVGElement} */
  const shape = (name, attributes, text) => {
    const made = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    if (text) made.textContent = text;
    return made;
  };
  // A dot at a place, across and up in shares of the drawing that it is in; hidden where there is none.
  /** @type {(dot: Element | null, at: [number, number] | null) => void} */
  const put = (dot, at) => {
    dot?.setAttribute("visibility", at ? "visible" : "hidden");
    if (!at) return;
    dot?.setAttribute("cx", percent(at[0]));
    dot?.setAttribute("cy", percent(1 - at[1]));
  };

  // The line of a way that the journey is compared with, and its name at its end.
  /** @type {(way: Way, tale: Tale) => SVGElement[]} */
  const line = (way, tale) => {
    const { top } = tale.data.diagram;
    const places = L.journey.bends(way, tale);
    if (!places.length) return [];
    const lines = places.slice(1).map(([across, km], i) => shape("line", {
      x1: percent(places[i][0]), y1: percent(1 - places[i][1] / top), x2: percent(across), y2: percent(1 - km / top),
    }));
    const [across, km] = places[places.length - 1];
    const late = across > LATE;
    const beside = { dx: late ? "-6" : "6", dy: "-5", "text-anchor": late ? "end" : "start" };
    return [...lines, shape("text", { x: percent(across), y: percent(1 - km / top), ...beside }, way.name)];
  };

  // It is made when it is first unfolded.
  L.journey.diagram = (stage) => {
    const { box, tale } = stage;
    const { markup, top, closeUp } = tale.data.diagram;
    const root = element("div", "jm-diagram");
    stage.watch("paint", ({ open }) => open.diagram, (open) => {
      if (!open || root.firstChild) return;
      root.innerHTML = markup; // Drawn by the server, with every text of a journey escaped.
      box.classList.toggle("jm-high", Boolean(root.querySelector(".profile")));
    });
    stage.watch("paint", ({ open, ways }) => open.diagram && ways, (ways) => {
      if (ways) root.querySelector(".beside")?.replaceChildren(...ways.flatMap((way) => line(way, tale)));
    });
    stage.watch("paint", ({ open, at }) => open.diagram && at, (at) => {
      const { wholes, place } = stage.view();
      put(root.querySelector(".diagram > svg > .dot"), at ? [wholes.bar, place.km / top] : null);
      if (!closeUp) return;
      const { span, km, ride: [leaves, arrives] } = tale.legs[closeUp.leg];
      const near = at && at.leg === closeUp.leg;
      // It shows the leg alone, without the waits at its ends.
      const gone = near ? (Math.max(leaves, Math.min(arrives, at.part)) - leaves) * span : 0;
      put(root.querySelector(".close-up > .dot"), near ? [gone / closeUp.seconds, (place.km - km[0]) / closeUp.km] : null);
    });
    return { element: root };
  };
})(window.L);
