// What the sweep asks of a document. It comes there once, after axe.
"use strict";
window.sweep = (() => {
  const PATIENCE = 10_000; // ms for a theme to come
  const REST = 500; // ms for it where nothing says that it has
  // All of axe's rules that colours decide. What else it looks for is the same in every theme and in forced colours,
  // which change colours and frames and show or hide nothing.
  const HUED = ["color-contrast", "link-in-text-block"];
  const SMALL = "target-size";
  // Style sheets are loaded for none of its rules that are on, but that takes it as long as all of them.
  const RULES = { resultTypes: ["violations"], iframes: false, preload: false };

  const frame = () => new Promise(requestAnimationFrame);
  const forced = () => matchMedia("(forced-colors: active)").matches;

  // Whether the map and the dashboard, where there are such, say that they have that theme. In forced colours the dashboard
  // does not say.
  const has = (theme) => {
    const map = document.querySelector(".jm-stage");
    const app = document.querySelector("[data-testid=stApp]");
    return (!map || map.dataset.theme === theme) && (!app || forced() || getComputedStyle(app).colorScheme === theme);
  };

  // Waits until all is in that theme, and what fades has done so.
  const dressed = async (theme) => {
    const end = performance.now() + PATIENCE;
    do await frame(); while (!has(theme) && performance.now() < end);
    if (forced()) await new Promise((done) => setTimeout(done, REST));
    if (!has(theme)) throw new Error(`not ${theme} after ${PATIENCE} ms`);
    const fading = document.getAnimations().filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime));
    await Promise.allSettled(fading.map(({ finished }) => finished));
    await frame();
  };

  // Each element as it stood when it was last looked at, by how it was dressed.
  const told = {};

  // The topmost elements from there on that differ, in themselves or in what they hold, from when they were last told.
  const changed = (one, before) => {
    const now = {
      whole: one.outerHTML,
      own: one.cloneNode(false).outerHTML,
      held: [...one.childNodes].map((node) => (node.nodeType === 1 ? node : node.data)),
    };
    const last = before.get(one);
    if (last?.whole === now.whole) return [];
    before.set(one, now);
    const below = [...one.children].flatMap((child) => changed(child, before));
    const alike = last?.own === now.own && last.held.length === now.held.length
      && last.held.every((node, i) => node === now.held[i]);
    return alike ? below : [one];
  };

  // Those that are still too small when they are scrolled to: of others a part was out of sight. All is put back as it was.
  const inSight = async (nodes) => {
    const found = [];
    for (const node of nodes) {
      const target = document.querySelector(node.target[0]);
      const held = [];
      for (let up = target; up; up = up.parentElement) held.push([up, up.scrollTop]);
      target.scrollIntoView({ block: "center", behavior: "instant" });
      const [still] = (await axe.run(target, { ...RULES, runOnly: [SMALL] })).violations;
      if (still) found.push(...still.nodes);
      for (const [up, top] of held) up.scrollTo({ top, behavior: "instant" });
    }
    return found;
  };

  // What axe finds on the whole of it, or else on what has changed since it was last looked at in the same dress: by all
  // rules, or else by those of colours. Rules of how things stand to each other look for the others in all of the document.
  const found = async (dress, { whole, all }) => {
    const parts = changed(document.documentElement, (told[dress] ??= new WeakMap()));
    if (!whole && !parts.length) return [];
    const include = parts.some((one) => document.head.contains(one)) ? [document.documentElement] : parts;
    const rules = all ? { rules: { [SMALL]: { enabled: true } } } : { runOnly: HUED };
    const { violations } = await axe.run(whole ? document : { include }, { ...RULES, ...rules });
    const small = violations.find(({ id }) => id === SMALL);
    if (small) small.nodes = await inSight(small.nodes);
    return violations;
  };

  return { HUED, dressed, found };
})();
