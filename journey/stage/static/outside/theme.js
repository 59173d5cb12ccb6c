/* Light or dark: what the page around the map says, else what the machine says. */
// needs: core/actions
/** @typedef {{theme: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  // Relative luminance (0..1) of a CSS colour such as "rgb(1, 2, 3)" or "#010203".
  /** @type {(css: string) => number} */
  const luminance = (css) => {
    const hex = /^#([0-9a-f]{6})$/i.exec(css.trim());
    const parts = hex
      ? [0, 2, 4].map((i) => parseInt(hex[1].slice(i, i + 2), 16))
      : (css.match(/[\d.]+/g) || []).slice(0, 3).map(Number);
    const [r, g, b] = parts.map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  // The background that the page gives this frame, "" where it gives none.
  const given = () => getComputedStyle(document.documentElement).getPropertyValue("--background-color").trim();

  /** @type {() => Theme} */
  const now = () => {
    if (window.matchMedia("print").matches) return "light";
    const css = given();
    if (css) return luminance(css) < 0.4 ? "dark" : "light";
    return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  };

  // Colours of the theme as custom properties of the map's element.
  L.journey.theme = (stage) => {
    const { box, tale: { data: { themes } } } = stage;
    const media = window.matchMedia("(prefers-color-scheme: dark)");
    /** @type {(key: string) => string} */
    const property = (key) => `--${key.replace("_", "-")}`;
    const look = () => {
      const name = now();
      if (name === box.dataset.theme) return;
      box.dataset.theme = name;
      Object.entries(themes[name]).forEach(([key, css]) => box.style.setProperty(property(key), css));
      stage.act(L.journey.actions.theme, name);
    };
    stage.on(window, "message", (/** @type {MessageEvent} */ event) => {
      if (event.data && event.data.type === "streamlit:render") stage.after(0, look);
    });
    stage.on(media, "change", look);
    // On paper all is light.
    stage.on(window.matchMedia("print"), "change", () => {
      look();
      stage.paint();
    });
    stage.add(() => {
      delete box.dataset.theme;
      Object.keys(themes.light).forEach((key) => box.style.removeProperty(property(key)));
    });
    look();
  };
})(window.L);
