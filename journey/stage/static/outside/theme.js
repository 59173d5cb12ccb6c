/* Light or dark: what the page around the map says, else what the machine says. */
(function (L) {
  "use strict";

  // Relative luminance (0..1) of a CSS colour such as "rgb(1, 2, 3)" or "#010203".
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

  const now = () => {
    const css = given();
    if (css) return luminance(css) < 0.4 ? "dark" : "light";
    return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  };

  // Calls `paint(name, colours)` at once and at every change; returns a handle with remove().
  L.journey.theme = (container, themes, paint) => {
    const media = window.matchMedia("(prefers-color-scheme: dark)");
    let current = null;
    const look = () => {
      const name = now();
      if (name === current) return;
      current = name;
      container.dataset.theme = name;
      Object.entries(themes[name]).forEach(([key, css]) =>
        container.style.setProperty(`--${key.replace("_", "-")}`, css));
      paint(name, themes[name]);
    };
    const onMessage = (event) => {
      if (event.data && event.data.type === "streamlit:render") setTimeout(look, 0);
    };
    window.addEventListener("message", onMessage);
    media.addEventListener("change", look);
    look();
    return {
      remove: () => {
        window.removeEventListener("message", onMessage);
        media.removeEventListener("change", look);
        delete container.dataset.theme;
        Object.keys(themes[current]).forEach((key) => container.style.removeProperty(`--${key.replace("_", "-")}`));
      },
    };
  };
})(window.L);
