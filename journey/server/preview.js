/* Takes the sketch away: once the stage has drawn the route, or when it turns out that there is none to wait for. */
(() => {
  "use strict";

  const LOOK = 250; // milliseconds between two looks whether the page shows a stage
  const MOST = 20000; // milliseconds after which the sketch goes in any case
  const sketch = /** @type {HTMLElement} */ (document.getElementById("preview"));
  const began = performance.now();

  /** @type {(event: MessageEvent) => void} */
  const heard = ({ origin, data }) => {
    if (origin === location.origin && data?.journey === "drawn") end();
  };
  const end = () => {
    sketch.remove();
    clearInterval(looking);
    removeEventListener("message", heard);
    removeEventListener("scroll", end, true);
  };
  const looking = setInterval(() => {
    const run = document.querySelector("[data-test-script-state]")?.getAttribute("data-test-script-state");
    const without = run === "notRunning" && !document.querySelector("iframe");
    if (without || performance.now() - began > MOST) end();
  }, LOOK);
  addEventListener("message", heard);
  // It lies still, so it must not stay over what the page has scrolled to.
  addEventListener("scroll", end, true);
})();
