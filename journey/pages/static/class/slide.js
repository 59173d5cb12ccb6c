/* What stands beside or below the map at a step: title, caption, question or sources. */
// needs: class/guess core/node
(function (L) {
  "use strict";

  const { node, icon } = L.journey;

  // Those who hear it are told the basis by its word.
  const bases = (words) => {
    const list = node("ul", "cl-bases");
    ["reported", "derived", "assumed"].forEach((basis) => {
      const item = node("li");
      const dot = node("span", `jm-mark jm-mark-${basis}`);
      dot.setAttribute("aria-hidden", "true");
      item.append(dot, node("span", "", words[`basis.${basis}`]));
      list.append(item);
    });
    return list;
  };

  const sources = (named, words) => {
    const box = node("div", "cl-sources");
    const list = node("ul");
    named.forEach(({ label, url }) => {
      const item = node("li");
      const link = node(url ? "a" : "span", "", label);
      if (url) Object.assign(link, { href: url, target: "_blank", rel: "noopener" });
      item.append(link);
      list.append(item);
    });
    box.append(node("h2", "", words["class.sources"]), list);
    return box;
  };

  // The leg's icon and name in one line.
  const over = (leg, options) => {
    const line = node("p", "cl-over");
    line.style.setProperty("--ink", options.colour(leg.mode));
    line.append(icon(options.modes[leg.mode]), node("span", "", leg.name));
    return line;
  };

  const open = (question, options) => {
    const { words } = options;
    const box = node("div", "cl-guess");
    if (options.told()) box.append(node("p", "cl-text", question.answer));
    else box.append(L.journey.guess.press("cl-strong", words["class.reveal"], options.onReveal));
    return box;
  };

  // Step, leg and question as the wire gives them, the last two perhaps null. Options: words, data {modes, title}, colour,
  // locale, sources, store, told(), onReveal(), onChange(). Returns {element, side whether it stands beside the map, remove()}.
  L.journey.slide = ({ step, leg, question }, options) => {
    const { words } = options;
    const root = node("div", `cl-step cl-${step.kind}`);
    const side = ["title", "closing"].includes(step.kind) || question !== null;
    if (leg) root.append(over(leg, options));
    if (step.kind === "title") root.append(node("h1", "", options.title));
    root.append(node(step.kind === "title" ? "p" : "h1", "cl-sentence", step.text));
    if (step.kind === "title") root.append(bases(words));
    if (step.kind === "closing") root.append(bases(words), sources(options.sources, words));
    if (question) root.append(node("p", "cl-ask", question.text));
    const made = question && (question.guess && options.store
      ? L.journey.guess({ ...options, question })
      : { element: open(question, options), remove: () => {} });
    if (made) root.append(made.element);
    return {
      element: root,
      side,
      remove: () => {
        if (made) made.remove();
        root.remove();
      },
    };
  };
})(window.L);
