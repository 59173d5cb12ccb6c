/* The chapter card: what is told of a leg, what it stands on, and what nobody knows. */
// needs: core/icon core/node panels/panels
(function (L) {
  "use strict";

  const { node, icon } = L.journey;
  const { guard, button, facts } = L.journey.panels;
  const SWIPE = 40; // pixels that a finger goes sideways to turn to another leg

  // Calls turn(1 | -1) when a finger swipes to the left or to the right over the element.
  const swipes = (element, turn) => {
    let from = null;
    element.addEventListener("pointerdown", (event) => {
      from = event.pointerType === "mouse" ? null : { x: event.clientX, y: event.clientY };
    });
    element.addEventListener("pointerup", (event) => {
      if (!from) return;
      const [x, y] = [event.clientX - from.x, event.clientY - from.y];
      from = null;
      if (Math.abs(x) >= SWIPE && Math.abs(x) > 1.5 * Math.abs(y)) turn(x < 0 ? 1 : -1);
    });
    element.addEventListener("pointercancel", () => { from = null; });
  };

  // What there is to read of a leg besides its facts.
  const story = (leg, words) => {
    const box = node("div", "jm-card-story");
    if (leg.text) box.append(node("p", "", leg.text));
    if (leg.jump) box.append(node("p", "jm-jump", leg.jump));
    if (leg.unknown.length) {
      const list = node("ul");
      leg.unknown.forEach((text) => list.append(node("li", "", text)));
      box.append(node("h3", "", words["claim.unknown"]), list);
    }
    return box;
  };

  // Options: legs, modes, words, colour(mode), onClose(), onTurn(by), onSize() when the card has grown or shrunk.
  // Returns {element, show(index | null), repaint(), remove()}.
  L.journey.card = (map, options) => {
    const { words, legs, modes } = options;
    const root = guard(node("aside", "jm-card"));
    root.hidden = true;
    root.tabIndex = 0; // It may have to be scrolled by keys.
    root.setAttribute("aria-label", words["card.aria"]);
    map.getContainer().appendChild(root);
    swipes(root, options.onTurn);
    let shown = null;
    let open = false; // whether all of it is wanted where there is little room
    const repaint = () => {
      if (shown !== null) root.style.setProperty("--ink", options.colour(legs[shown].mode));
    };
    const unfold = (more) => {
      root.classList.toggle("jm-unfolded", open);
      more.textContent = words[open ? "card.less" : "card.more"];
      more.setAttribute("aria-expanded", String(open));
    };
    const head = (leg) => {
      const box = node("div", "jm-card-head");
      const title = node("div");
      title.append(node("h2", "", leg.name), node("p", "jm-soft", `${leg.from} – ${leg.to}`));
      box.append(icon(modes[leg.mode]), title, button("×", words["map.close"], options.onClose));
      return box;
    };
    return {
      element: root,
      repaint,
      show: (index) => {
        shown = index;
        root.hidden = index === null;
        root.replaceChildren();
        if (index === null) return;
        const leg = legs[index];
        const more = button("", "", () => {
          open = !open;
          unfold(more);
          options.onSize();
        });
        more.classList.add("jm-more");
        root.append(head(leg), facts(leg, words, true), story(leg, words), more);
        root.scrollTop = 0;
        unfold(more);
        repaint();
      },
      remove: () => root.remove(),
    };
  };
})(window.L);
