/* What is kept as long as this tab is: in its session storage, where there is such a thing. */
/** @typedef {{kept: (id: string, failed: () => void) => Kept}} Gives */
(function (L) {
  "use strict";

  // Of the journey of that id. Calls failed() when something could not be kept; as long as the page is open it is known all the same.
  L.journey.kept = (id, failed) => {
    const key = `handcar.lesson.${id}`;
    /** @type {Record<string, unknown>} */
    let all = {};
    try {
      const found = JSON.parse(sessionStorage.getItem(key) || "{}");
      if (found && typeof found === "object") all = found;
    } catch { /* It is forbidden, or what stands there is not ours. */ }
    return {
      kept: (name) => (Object.hasOwn(all, name) ? all[name] : null),
      keep: (name, value) => {
        all[name] = value;
        try {
          sessionStorage.setItem(key, JSON.stringify(all));
        } catch {
          failed();
        }
      },
      forget: () => {
        all = {};
        try {
          sessionStorage.removeItem(key);
        } catch { /* Where nothing can be removed, nothing was kept. */ }
      },
    };
  };
})(window.L);
