/* What an address says of a moment: leg, time, pacing and view. */
/** @typedef {{address: {read(text: string, ids: string[]): Link, write(text: string, said: Link): string}}} Gives */
(function (L) {
  "use strict";

  /** @type {readonly Rung[]} */
  const RUNGS = ["whole", "leg", "close"];
  const KEYS = ["leg", "at", "pacing", "view"];

  /** @type {(text: string | null, low: number, high: number) => number | null} */
  const between = (text, low, high) => {
    const value = /^-?\d+(\.\d+)?$/.test(text || "") ? Number(text) : NaN;
    return value >= low && value <= high ? value : null;
  };

  // A view: one of the zoom ladder, or [lat, lon, zoom] in degrees; null where it is neither.
  /** @type {(text: string | null) => Link["view"]} */
  const viewOf = (text) => {
    const rung = RUNGS.find((one) => one === text);
    if (rung) return rung;
    const parts = (text || "").split(",");
    const [lat, lon, zoom] = [between(parts[0], -85.06, 85.06), between(parts[1], -180, 180), between(parts[2], 0, 18)];
    return parts.length === 3 && lat !== null && lon !== null && zoom !== null ? [lat, lon, zoom] : null;
  };

  // What an address says, out of its query or hash; what makes no sense is left out.
  /** @type {Gives["address"]["read"]} */
  const read = (text, ids) => {
    const said = new URLSearchParams(text.replace(/^[?#]/, ""));
    const leg = ids.find((id) => id === said.get("leg")) ?? null;
    const percent = leg === null ? null : between(said.get("at"), 0, 100);
    return {
      leg,
      part: percent === null ? null : percent / 100,
      pacing: said.get("pacing") === "truth" ? "truth" : "story",
      view: viewOf(said.get("view")),
    };
  };

  // The same address with another moment; what else it says stays.
  /** @type {Gives["address"]["write"]} */
  const write = (text, { leg, part, pacing, view }) => {
    const said = new URLSearchParams(text.replace(/^[?#]/, ""));
    KEYS.forEach((key) => said.delete(key));
    if (leg !== null) said.set("leg", leg);
    if (leg !== null && part !== null) said.set("at", String(Math.round(part * 1000) / 10));
    if (pacing !== "story") said.set("pacing", pacing);
    if (Array.isArray(view)) said.set("view", `${view[0].toFixed(4)},${view[1].toFixed(4)},${Number(view[2].toFixed(2))}`);
    else if (view) said.set("view", view);
    return said.toString().replace(/%2C/g, ",");
  };

  L.journey.address = { read, write };
})(window.L);
