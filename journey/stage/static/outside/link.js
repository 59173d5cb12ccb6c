/* Links to a moment: leg, time, pacing and view in the page's address. */
(function (L) {
  "use strict";

  const PACINGS = ["story", "truth"];
  const RUNGS = ["whole", "leg", "close"];
  const KEYS = ["leg", "at", "pacing", "view"];
  const PATIENCE = 400; // milliseconds between two writings, for browsers refuse too many

  const between = (text, low, high) => {
    const value = /^-?\d+(\.\d+)?$/.test(text || "") ? Number(text) : NaN;
    return value >= low && value <= high ? value : null;
  };

  // A view: one of the zoom ladder, or [lat, lon, zoom] in degrees; null where it is neither.
  const viewOf = (text) => {
    if (RUNGS.includes(text)) return text;
    const parts = (text || "").split(",");
    const view = [between(parts[0], -85.06, 85.06), between(parts[1], -180, 180), between(parts[2], 0, 18)];
    return parts.length === 3 && !view.includes(null) ? view : null;
  };

  // What an address says, out of its query or hash; what makes no sense is left out. Returns
  // {leg: id | null, part: 0..1 | null, pacing, view}.
  const read = (text, ids) => {
    const said = new URLSearchParams(text.replace(/^[?#]/, ""));
    const leg = ids.includes(said.get("leg")) ? said.get("leg") : null;
    const percent = leg === null ? null : between(said.get("at"), 0, 100);
    return {
      leg,
      part: percent === null ? null : percent / 100,
      pacing: PACINGS.includes(said.get("pacing")) ? said.get("pacing") : "story",
      view: viewOf(said.get("view")),
    };
  };

  // The same address with another state; what else it says stays.
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

  // The window whose address is the viewer's: that of the dashboard around this frame, or our own.
  const home = () => {
    try {
      if (window.Streamlit && window.parent.location.search !== undefined) return { page: window.parent, part: "search", mark: "?" };
    } catch (error) { /* A foreign page around us keeps its address to itself. */ }
    return { page: window, part: "hash", mark: "#" };
  };

  // Options: ids of the legs, state() as read() gives it, onLink(state) when the viewer goes back or on.
  // Returns {now() what the address says, keep(visited) to write the state at once - as a step of its own that
  // the back button undoes, where `visited` -, soon() to write it before long, remove()}.
  L.journey.link = (options) => {
    const { page, part, mark } = home();
    let timer = 0;
    const now = () => read(page.location[part], options.ids);
    const keep = (visited = false) => {
      clearTimeout(timer);
      timer = 0;
      const text = write(page.location[part], options.state());
      if (text === page.location[part].slice(1)) return;
      const { pathname, search, hash } = page.location;
      const address = part === "search" ? `${pathname}${text ? mark + text : ""}${hash}` : `${pathname}${search}${text ? mark + text : ""}`;
      try {
        page.history[visited ? "pushState" : "replaceState"](page.history.state, "", address);
      } catch (error) { /* Some browsers allow no such thing to a page from a file; it plays without links. */ }
    };
    const soon = () => { if (!timer) timer = setTimeout(() => keep(), PATIENCE); };
    const onPop = () => options.onLink(now());
    page.addEventListener("popstate", onPop);
    if (part === "hash") page.addEventListener("hashchange", onPop);
    return {
      now,
      keep,
      soon,
      remove: () => {
        clearTimeout(timer);
        page.removeEventListener("popstate", onPop);
        page.removeEventListener("hashchange", onPop);
      },
    };
  };
  L.journey.link.read = read;
  L.journey.link.write = write;
})(window.L);
