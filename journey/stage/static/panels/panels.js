/* What lies over the map: marks, facts and tips, the zoom ladder, and the legend. */
// needs: core/icon core/node
(function (L) {
  "use strict";

  const { node, icon } = L.journey;

  // A dot for a claim's basis, with its word on hover, on focus and for readers.
  const mark = (basis, words, why) => {
    const dot = node("span", `jm-mark jm-mark-${basis}`);
    const word = words[`basis.${basis}`];
    const text = why ? `${word}: ${why}` : word;
    dot.setAttribute("role", "img");
    dot.setAttribute("aria-label", text);
    dot.dataset.tip = text;
    dot.tabIndex = 0;
    return dot;
  };

  const guard = (element) => {
    L.DomEvent.disableClickPropagation(element);
    L.DomEvent.disableScrollPropagation(element);
    return element;
  };

  // What else is said of a figure, folded away under the words that sources disagree.
  const others = (fact, words) => {
    const box = node("details", "jm-differ");
    const list = node("ul");
    fact.others.forEach(({ said, basis, why }) => {
      const item = node("li", "", said);
      item.append(" ", mark(basis, words, why), why ? ` ${why}` : "");
      list.append(item);
    });
    box.append(node("summary", "", words["claim.disagree"]), list);
    return box;
  };

  // Facts of a leg as a list of terms: what, figure and mark; with `all`, also what others say.
  const facts = (leg, words, all = false) => {
    const list = node("dl", "jm-facts");
    leg.facts.forEach((fact) => {
      const said = node("dd", "", fact.said);
      said.append(" ", mark(fact.basis, words, fact.why));
      if (fact.differ) said.append(" ", all ? others(fact, words) : node("em", "jm-differ", words["claim.disagree"]));
      list.append(node("dt", "", fact.label), said);
    });
    return list;
  };

  // The tooltip of a leg and of a stop, as elements.
  const tip = (leg, mode, words) => {
    const box = node("div");
    box.append(node("strong", "", leg.name), node("div", "jm-soft", `${mode.name} · ${leg.from} – ${leg.to}`), facts(leg, words));
    return box;
  };
  const stopTip = (stop, words) => {
    const box = node("div");
    const known = node("div", "jm-soft");
    known.append(mark(stop.basis, words), ` ${words[`basis.${stop.basis}`]}: ${stop.why}`);
    box.append(node("strong", "", stop.names), known);
    return box;
  };

  const button = (text, title, onClick) => {
    const made = node("button", "jm-button", text);
    made.type = "button";
    if (title) { made.title = title; made.setAttribute("aria-label", title); }
    made.addEventListener("click", onClick);
    return made;
  };

  // Options: words, closeUp, on {zoomIn, zoomOut, whole, leg, close, back, screen, help}.
  // Returns {element, mark(rung), loose(yes) to offer the way back to the story, remove()}.
  const ladder = (map, options) => {
    const { words, on } = options;
    const root = guard(node("div", "jm-ladder"));
    const zoom = node("div", "jm-group");
    const [closer, farther] = [button("+", words["map.zoom_in"], on.zoomIn), button("−", words["map.zoom_out"], on.zoomOut)];
    zoom.append(closer, farther);
    const screen = button("⤢", words["map.screen"], on.screen);
    if (document.fullscreenEnabled) zoom.append(screen);
    zoom.append(button("?", words["help.title"], on.help));
    const ends = () => {
      closer.disabled = map.getZoom() >= map.getMaxZoom();
      farther.disabled = map.getZoom() <= map.getMinZoom();
    };
    map.on("zoomend zoomlevelschange", ends);
    const rungs = node("div", "jm-group");
    const made = { whole: button(words["map.whole"], "", on.whole), leg: button(words["map.leg"], "", on.leg) };
    if (options.closeUp) made.close = button(options.closeUp.name, "", on.close);
    rungs.append(...Object.values(made));
    const back = node("div", "jm-group jm-back");
    back.append(button(words["map.back"], "", on.back));
    back.hidden = true;
    root.append(zoom, rungs, back);
    map.getContainer().appendChild(root);
    return {
      element: root,
      mark: (rung) => Object.entries(made).forEach(([key, b]) => b.setAttribute("aria-pressed", String(key === rung))),
      loose: (yes) => { back.hidden = !yes; },
      remove: () => {
        map.off("zoomend zoomlevelschange", ends);
        root.remove();
      },
    };
  };

  // Options: legs, modes, hollow, words, colour(mode), open. Returns {element, repaint(), remove()}.
  const legend = (map, options) => {
    const { words, modes, legs } = options;
    const root = guard(node("details", "jm-legend"));
    root.open = options.open;
    root.append(node("summary", "", words["map.legend"]));
    const list = node("ul");
    const samples = [];
    const row = (sample, text) => {
      const item = node("li");
      item.append(sample, node("span", "", text));
      list.append(item);
    };
    const line = (ink, dash, core) => {
      const box = node("span", "jm-sample");
      box.innerHTML = '<svg viewBox="0 0 40 12" aria-hidden="true"><path d="M1 6H39"/><path d="M1 6H39"/></svg>';
      const [body, inner] = box.querySelectorAll("path");
      body.setAttribute("stroke-width", 5);
      if (dash) body.setAttribute("stroke-dasharray", dash);
      inner.setAttribute("stroke-width", core);
      inner.setAttribute("class", "jm-core");
      samples.push({ body, ink });
      return box;
    };
    new Set(legs.map((leg) => leg.mode)).forEach((key) => {
      const mode = modes[key];
      const sample = line(key, mode.dash, 0);
      sample.append(icon(mode));
      sample.lastChild.dataset.mode = key;
      row(sample, mode.name);
    });
    const first = legs[0].mode;
    [["reported", "map.known_line"], ["derived", "map.derived_line"], ["assumed", "map.assumed_line"]]
      .filter(([basis]) => basis !== "derived" || legs.some((leg) => leg.basis === "derived"))
      .forEach(([basis, key]) => row(line(null, "", options.hollow[basis]), words[key]));
    list.append(node("li", "jm-legend-title", words["basis.title"]));
    ["reported", "derived", "assumed"].forEach((basis) => {
      const sample = node("span", "jm-sample");
      sample.append(mark(basis, words));
      row(sample, words[`basis.${basis}`]);
    });
    list.append(node("li", "jm-legend-title jm-legend-note", words["strip.true"]));
    root.append(list);
    map.getContainer().appendChild(root);
    return {
      element: root,
      repaint: () => {
        samples.forEach(({ body, ink }) => body.setAttribute("stroke", ink ? options.colour(ink) : "currentColor"));
        root.querySelectorAll("[data-mode]").forEach((span) => { span.style.color = options.colour(span.dataset.mode); });
        root.style.setProperty("--ink", options.colour(first));
      },
      remove: () => root.remove(),
    };
  };

  L.journey.panels = { mark, guard, button, facts, ladder, legend, tip, stopTip };
})(window.L);
