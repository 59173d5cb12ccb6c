/* Adds the lesson to the stage, once the stage has been drawn. */
// needs: class/presenter
(function (L) {
  "use strict";

  const begin = () => {
    const taught = JSON.parse(document.getElementById("taught").textContent);
    L.journey.presenter(L.journey.map, { ...L.journey.told, ...taught });
  };
  // The frame that shows the map comes first.
  const soon = () => requestAnimationFrame(() => setTimeout(begin, 0));
  if (L.journey.map) soon();
  else document.addEventListener("journey:open", soon, { once: true });
})(window.L);
