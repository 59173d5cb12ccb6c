/* What a page offers besides the story, as quiet buttons over the map; where there is little room they unfold. */
// needs: core/element panels/guard
/** @typedef {{tools: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  // Puts the page's own links over the map, and before them a button that shows them.
  L.journey.tools = (stage) => {
    const root = document.getElementById("tools");
    if (!root) return;
    const more = L.journey.element("button", "tools-more", "…");
    more.type = "button";
    more.title = root.getAttribute("aria-label") || "";
    more.setAttribute("aria-label", more.title);
    /** @type {(open: boolean) => void} */
    const unfold = (open) => {
      root.classList.toggle("unfolded", open);
      more.setAttribute("aria-expanded", String(open));
    };
    stage.on(more, "click", () => unfold(more.getAttribute("aria-expanded") !== "true"));
    stage.on(document, "click", ({ target }) => { if (target !== more) unfold(false); });
    stage.on(root, "keydown", (event) => {
      if (event.key !== "Escape" || more.getAttribute("aria-expanded") !== "true") return;
      event.stopPropagation();
      unfold(false);
      more.focus();
    });
    // The page in another language opens where this one is; beside a file that was saved there is none.
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const others = root.querySelectorAll("a[hreflang]");
    others.forEach((link) => {
      if (location.protocol === "file:" && link.search) link.remove();
      else stage.on(link, "click", () => { link.hash = location.hash; });
    });
    unfold(false);
    root.prepend(more);
    stage.put("tools", L.journey.guard(root));
  };
})(window.L);
