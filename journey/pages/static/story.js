/* Opens the stage on the story page, with all it needs out of the page itself. */
// needs: host/stage
(function (L) {
  "use strict";

  const told = JSON.parse(document.getElementById("told").textContent);
  const { options, journey, base } = told;
  const box = document.getElementById("stage");
  const LEAST = 100; // pixels of width from which there is something to see
  let map = null;

  const open = () => {
    map = L.map(box, options).setView([0, 0], 3);
    L.journey.open(map, journey, base);
    Object.assign(L.journey, { map, told });
    document.dispatchEvent(new Event("journey:open"));
  };

  // A frame of another page may be hidden at first, or not have its size yet.
  const watch = new ResizeObserver(() => {
    if (box.clientWidth < LEAST || map) return;
    watch.disconnect();
    open();
  });
  if (box.clientWidth >= LEAST) open();
  else watch.observe(box);

  // A leg's title shows the leg on the map, whichever the stage had chosen.
  document.addEventListener("click", (event) => {
    const title = event.target.closest("[data-leg]");
    if (!title || !map) return;
    map.journey.goTo(null);
    map.journey.goTo(title.dataset.leg);
    box.scrollIntoView({ block: "end" });
    box.focus({ preventScroll: true });
  });
})(window.L);
