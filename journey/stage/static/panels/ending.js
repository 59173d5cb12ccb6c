/* The end: where one has arrived, the whole of it, what came next, where to see more, and how to go on. */
// needs: core/actions core/element panels/button panels/guard core/mark
/** @typedef {{ending: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  const { button, element } = L.journey;

  // What is told, with the mark of what it stands on.
  /** @type {(name: "p" | "h2" | "span", told: Told, words: Words) => HTMLElement} */
  const marked = (name, { said, basis, why }, words) => {
    const made = element(name, "", said);
    made.append(" ", L.journey.mark(basis, words, why));
    return made;
  };

  // Time and distance, in one line where there is room.
  /** @type {(totals: Told[], when: Told | null, words: Words) => HTMLElement} */
  const totals = (all, when, words) => {
    const made = element("p", "jm-ending-totals");
    made.append(...[...(when ? [when] : []), ...all].map((told) => marked("span", told, words)));
    return made;
  };

  // Where pictures are: a link that leaves the page, and says so.
  /** @type {(pictures: NonNullable<Data["ending"]["pictures"]>) => HTMLElement} */
  const seen = ({ said, by, url, note }) => {
    const made = element("p", "jm-ending-pictures");
    const link = element("a", "", `${said}, ${by}`);
    Object.assign(link, { href: url, target: "_blank", rel: "noopener noreferrer" });
    made.append(link, element("small", "", ` ↗ ${note}`));
    return made;
  };

  // What goes on: in true time first the story, slowly.
  /** @type {(stage: Stage) => HTMLElement} */
  const ways = (stage) => {
    const { act, words } = stage;
    const { again, play } = L.journey.actions;
    const made = element("div", "jm-group jm-ending-ways");
    const slowly = button(stage, words["ending.slowly"], "", () => act(again));
    made.append(slowly, button(stage, words["ending.replay"], "", () => act(play)));
    stage.watch("paint", ({ pacing }) => pacing === "truth", (truth) => { slowly.hidden = !truth; });
    return made;
  };

  L.journey.ending = (stage) => {
    const { box, words, tale: { data: { ending: { arrived, others, when, totals: all, after, pictures } } } } = stage;
    const root = L.journey.guard(element("aside", "jm-ending"));
    root.setAttribute("aria-label", words["ending.aria"]);
    root.tabIndex = 0; // It may have to be scrolled by keys.
    const more = element("div", "jm-ending-more");
    more.append(...(others ? [element("p", "jm-soft", others)] : []), ...after.map((told) => marked("p", told, words)), ...(pictures ? [seen(pictures)] : []));
    const close = button(stage, "×", words["map.close"], () => stage.act(L.journey.actions.escape));
    close.classList.add("jm-shut");
    root.append(marked("h2", arrived, words), close, totals(all, when, words), more, ways(stage));
    root.querySelector("h2")?.setAttribute("aria-label", arrived.said); // Its sources are read with its mark.
    root.querySelectorAll("h2, p").forEach((part) => part.setAttribute("dir", "auto"));
    root.querySelectorAll("p [role=img]").forEach((dot) => dot.setAttribute("tabindex", "-1")); // The title's leads to them.
    stage.put("ending", root);
    stage.watch("paint", ({ over }) => over === "end", (ends) => {
      const held = root.contains(document.activeElement);
      box.classList.toggle("jm-ends", ends);
      root.hidden = !ends;
      root.scrollTop = 0;
      if (held && !ends) box.focus({ preventScroll: true });
    });
    stage.add(() => box.classList.remove("jm-ends"));
  };
})(window.L);
