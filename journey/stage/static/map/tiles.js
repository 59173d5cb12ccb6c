/* Online tiles, only if the viewer asks for them; the embedded map stays under them. */
// needs: arithmetic/fill core/node
(function (L) {
  "use strict";

  const { node, fill } = L.journey;
  const PATIENCE = 8000; // milliseconds until silence counts as failure

  // Options: providers [{name, url, attribution, maxZoom}], words, base (attribution of the embedded map).
  // Returns {element, remove()}.
  L.journey.tiles = (map, options) => {
    const { words } = options;
    map.createPane("tiles").style.zIndex = 300;
    const root = node("div", "jm-tiles");
    L.DomEvent.disableClickPropagation(root);
    const select = node("select");
    select.setAttribute("aria-label", words["map.online"]);
    select.append(new Option(words["map.embedded"], ""));
    options.providers.forEach(({ name }, i) => select.append(new Option(name, String(i))));
    const message = node("p", "jm-message");
    message.setAttribute("role", "status");
    message.hidden = true;
    root.append(select, message);
    let layer = null;
    let timer = 0;

    const say = (key, name) => {
      message.hidden = !key;
      message.textContent = key ? fill(words[key], { name }) : "";
    };
    const clear = () => {
      clearTimeout(timer);
      if (layer) layer.remove();
      layer = null;
      say("");
    };
    const start = ({ name, url, attribution, maxZoom }) => {
      let loaded = 0;
      let failed = 0;
      const mine = L.tileLayer(url, { pane: "tiles", attribution, maxNativeZoom: maxZoom, maxZoom: 18, referrerPolicy: "strict-origin-when-cross-origin" });
      const fail = () => { if (layer === mine && !loaded) { clear(); select.value = ""; say("map.tiles_failed", name); } };
      mine.on("tileload", () => { loaded += 1; clearTimeout(timer); say(""); });
      mine.on("tileerror", () => { failed += 1; if (failed >= 4) fail(); });
      layer = mine;
      say("map.tiles_loading", name);
      timer = setTimeout(fail, options.patience || PATIENCE);
      mine.addTo(map);
    };
    select.addEventListener("change", () => {
      clear();
      if (select.value !== "") start(options.providers[Number(select.value)]);
    });
    map.getContainer().appendChild(root);
    return { element: root, remove: () => { clear(); root.remove(); } };
  };
})(window.L);
