/* Tips over the route: what is known of the leg or stop under the pointer; a click picks the leg, unless another part has a use for it. */
// needs: arithmetic/fromto core/actions core/element panels/facts core/mark
/** @typedef {import("../map/hits.js").Hit} Hit
 * @typedef {{tips: (stage: Stage, under: (point: L.Point) => Hit | null) => void}} Gives */
(function (L) {
  "use strict";

  const { element, fromto, mark } = L.journey;

  // Without figures where a time is a secret, as of a stop.
  /** @type {(leg: Leg, mode: Mode, words: Words, secret: boolean) => HTMLElement} */
  const ofLeg = (leg, mode, words, secret) => {
    const box = element("div");
    box.append(element("strong", "", leg.name), element("div", "jm-soft", `${mode.name} · ${fromto(leg)}`));
    if (!secret) box.append(L.journey.facts(leg.facts, words));
    return box;
  };
  /** @type {(stop: Stop, words: Words, secret: boolean) => HTMLElement} */
  const ofStop = (stop, words, secret) => {
    const box = element("div");
    const known = element("div", "jm-soft");
    known.append(mark(stop.basis, words), ` ${words[`basis.${stop.basis}`]}: ${stop.why}`);
    box.append(element("strong", "", stop.names), known);
    if (stop.facts?.length && !secret) box.append(L.journey.facts(stop.facts, words));
    return box;
  };

  // What marks say: Escape puts that away, and nothing else; arrows lead from one mark to those of the same panel.
  /** @type {(stage: Stage) => void} */
  const marks = ({ on, box }) => {
    on(document, "keydown", (event) => {
      const open = box.querySelector("[role=img]:focus:not([data-shut])") || box.querySelector("[role=img]:hover:not([data-shut])");
      if (event.key !== "Escape" || !open) return;
      open.setAttribute("data-shut", "");
      event.preventDefault();
    });
    on(box, "focusout mouseout", ({ target }) => target.removeAttribute("data-shut"));
    on(box, "keydown", (/** @type {KeyboardEvent & {target: HTMLElement}} */ event) => {
      const { key, target } = event;
      if (!target.matches("[role=img]") || !key.startsWith("Arrow")) return;
      const all = [...target.closest("aside, section, .leaflet-pane")?.querySelectorAll("[role=img][tabindex]") || []];
      /** @type {HTMLElement | undefined} */ (all[all.indexOf(target) + (/Right|Down/.test(key) ? 1 : -1)])?.focus();
      event.preventDefault();
    });
  };

  L.journey.tips = (stage, under) => {
    const { map, box, words, tale: { legs, data } } = stage;
    stage.part(marks);
    const tip = L.tooltip({ className: "jm-tip", direction: "top", offset: [0, -8] });
    /** @type {Stop | number | null} */
    let shown = null; // what the tip is about
    const leave = () => {
      shown = null;
      tip.remove();
      box.classList.remove("jm-over");
    };
    stage.add(leave);
    stage.on(map, "mousemove", (/** @type {L.MouseEvent} */ event) => {
      const found = map._animatingZoom || event.originalEvent.buttons ? null : under(event.containerPoint);
      if (!found) {
        if (shown !== null) leave();
        return;
      }
      const about = found.stop || found.leg;
      const leg = legs[found.leg];
      const secret = stage.now().hushed.includes(found.leg);
      if (shown !== about) tip.setContent(found.stop ? ofStop(found.stop, words, secret) : ofLeg(leg, data.modes[leg.mode], words, secret));
      shown = about;
      box.classList.add("jm-over");
      tip.setLatLng(event.latlng).addTo(map);
    });
    stage.on(map, "mouseout zoomstart dragstart", leave);
    stage.on(document, "keydown", (event) => {
      if (event.key !== "Escape" || shown === null || event.defaultPrevented) return;
      leave();
      event.preventDefault();
    });
    stage.on(map, "click", (/** @type {L.MouseEvent} */ event) => {
      const found = event.originalEvent.defaultPrevented ? null : under(event.containerPoint);
      if (found) stage.act(L.journey.actions.pick, found.leg);
    });
  };
})(window.L);
