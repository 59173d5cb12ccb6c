/* Online tiles, only if the viewer asks for them; the embedded map stays under them. */
// needs: arithmetic/fill core/element map/pane panels/button panels/guard
/** @typedef {{tiles: (stage: Stage, base: Pick<Base, "providers" | "patience" | "bbox" | "detail">, foot: HTMLElement) => void}} Gives */
(function (L) {
  "use strict";

  const { button, element, fill } = L.journey;
  const PATIENCE = 8000; // milliseconds until silence counts as failure
  const FAILED = 4; // tiles that fail before any has come, until all of it counts as failure

  // What is chosen on a map; a stage that takes the place of another one, in other words, goes on with it.
  /** @type {WeakMap<L.Map, string>} */
  const chosen = new WeakMap();

  // A layer of tiles, until it ends; say(key) tells how it goes, fail() that nothing comes.
  /** @type {(stage: Stage, provider: Base["providers"][0], patience: number, say: (key: string) => void, fail: () => void) => void} */
  const layer = (stage, { url, attribution, maxZoom }, patience, say, fail) => {
    const made = L.tileLayer(url, { pane: "tiles", attribution, maxNativeZoom: maxZoom, maxZoom: 18, referrerPolicy: "strict-origin-when-cross-origin" });
    let [loaded, failed] = [0, 0];
    const silence = stage.after(patience, fail);
    stage.on(made, "tileload", () => {
      loaded += 1;
      silence();
      say("");
    });
    stage.on(made, "tileerror", () => {
      failed += 1;
      if (failed >= FAILED && !loaded) fail();
    });
    say("map.tiles_loading");
    made.addTo(stage.map);
    stage.add(() => made.remove());
  };

  // The choice stands in `foot`, and what is said of it on the map.
  L.journey.tiles = (stage, { providers, patience = PATIENCE, bbox, detail }, foot) => {
    const { words } = stage;
    L.journey.pane(stage, "tiles", 300);
    const root = L.journey.guard(element("div", "jm-tiles"));
    const select = element("select", "jm-online");
    select.setAttribute("aria-label", words["map.online"]);
    select.append(new Option(words["map.embedded"], ""));
    providers.forEach(({ name }, i) => select.append(new Option(name, String(i))));
    const message = element("p", "jm-message");
    message.setAttribute("role", "status");
    message.hidden = true;
    root.append(message);
    foot.append(select);
    stage.add(() => select.remove());
    // It stands among what leads to the views, clear of the route.
    stage.put("tiles", root, "ladder");
    /** @type {{remove(): void} | null} */
    let shown = null;
    // Says where the embedded map has no more to show, and offers the first of those online.
    const bare = button(stage, fill(words["map.bare"], { name: providers[0].name }), "", () => choose("0"));
    bare.hidden = true;
    root.append(bare);
    const look = () => {
      const { lat, lng } = stage.map.getCenter().wrap();
      const inside = bbox && bbox[0] < lng && lng < bbox[2] && bbox[1] < lat && lat < bbox[3];
      bare.hidden = Boolean(select.value) || stage.now().over === "opening" || stage.map.getZoom() <= detail[inside ? 1 : 0];
    };
    stage.on(stage.map, "moveend", look);
    stage.watch("paint", ({ over }) => over === "opening", (opens, before) => { if (before !== undefined) look(); });
    /** @param {string} index of a provider, or "" for the embedded map */
    const choose = (index) => {
      select.value = index;
      chosen.set(stage.map, index);
      look();
      shown?.remove();
      shown = null;
      const provider = providers[Number(select.value)];
      /** @type {(key: string) => void} */
      const say = (key) => {
        message.hidden = !key;
        message.textContent = key ? fill(words[key], { name: provider.name }) : "";
      };
      if (select.value === "") {
        say("");
        return;
      }
      shown = stage.part(layer, provider, patience, say, () => {
        shown?.remove();
        select.value = "";
        chosen.delete(stage.map);
        look();
        say("map.tiles_failed");
      });
    };
    stage.on(select, "change", () => choose(select.value));
    const before = chosen.get(stage.map);
    if (before) choose(before);
  };
})(window.L);
