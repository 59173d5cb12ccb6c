/* Links to a moment: keeps what is shown in the page's address, and goes where the address leads. */
// needs: arithmetic/address core/actions
/** @typedef {{link: (stage: Stage) => {now(): Link}}} Gives */
(function (L) {
  "use strict";

  const { address } = L.journey;
  const PATIENCE = 400; // milliseconds between two writings, for browsers refuse too many: Safari more than 100 in 30 seconds
  const PLAYING = 1000; // the same while it plays

  // The window whose address is the viewer's: that of the dashboard around this frame, or our own.
  /** @type {() => {page: Window, part: "search" | "hash", mark: string}} */
  const home = () => {
    try {
      if (window.Streamlit && window.parent.location.search !== undefined) return { page: window.parent, part: "search", mark: "?" };
    } catch { /* A foreign page around us keeps its address to itself. */ }
    return { page: window, part: "hash", mark: "#" };
  };

  // What the stage shows, as an address says it.
  /** @type {(stage: Stage) => Link} */
  const shown = ({ map, tale, now, view }) => {
    const { leg, at, pacing, aim } = now();
    const { lat, lng } = map.getCenter().wrap();
    /** @type {Rung | Pose} */
    const to = typeof aim.to === "string" ? aim.to : [lat, lng, map.getZoom()];
    return { leg: leg === null ? null : tale.legs[leg].id, part: at && at.part, pacing, view: to === view().rung ? null : to };
  };

  // Returns {now() what the address says}.
  L.journey.link = (stage) => {
    const { page, part, mark } = home();
    const ids = stage.tale.legs.map(({ id }) => id);
    let due = false;
    let wait = () => {};
    const now = () => address.read(page.location[part], ids);
    // Writes what is shown, as a step of its own that the back button undoes where it was `visited`.
    /** @type {(visited: boolean) => void} */
    const keep = (visited) => {
      wait();
      due = false;
      const text = address.write(page.location[part], shown(stage));
      if (text === page.location[part].slice(1)) return;
      const { pathname, search, hash } = page.location;
      const said = text ? mark + text : "";
      try {
        page.history[visited ? "pushState" : "replaceState"](page.history.state, "", part === "search" ? `${pathname}${said}${hash}` : `${pathname}${search}${said}`);
      } catch { /* Some browsers allow no such thing to a page from a file; it plays without links. */ }
    };
    const soon = () => {
      if (due || stage.now().drawn === "none") return;
      due = true;
      wait = stage.after(stage.now().playing ? PLAYING : PATIENCE, () => keep(false));
    };
    const follow = () => {
      if (stage.now().drawn !== "none") stage.act(L.journey.actions.follow, now());
    };
    stage.on(page, "popstate", follow);
    if (part === "hash") stage.on(page, "hashchange", follow);
    stage.on(stage.map, "moveend", soon);
    stage.watch("tell", ({ visits }) => visits, (visits, before) => before !== undefined && keep(true));
    stage.watch("tell", ({ leg, at, pacing, aim }) => [leg, at && at.leg, at && at.part, pacing, aim.to].join(), (value, before) => {
      if (before !== undefined) soon();
    });
    // Where it was halted is not left to the slower writing.
    stage.watch("tell", ({ playing }) => playing, (playing, before) => {
      if (playing || !before) return;
      wait();
      due = false;
      soon();
    });
    return { now };
  };
})(window.L);
