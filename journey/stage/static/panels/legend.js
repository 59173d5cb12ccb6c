/* The legend: the modes, what fills a line, and what marks a figure. */
// needs: core/actions core/element core/icon panels/guard panels/mark
/** @typedef {{body: SVGPathElement, mode: string | null, icon: HTMLElement | null}} Sample
 * @typedef {{legend: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  const { element, icon, mark } = L.journey;
  const WIDTH = 4.2; // pixels of a line, as on the map
  const BASES = ["reported", "derived", "assumed"];

  // The sample of a line, of which so much is paper.
  /** @type {(dash: string, hollow: number) => {box: HTMLElement, body: SVGPathElement}} */
  const line = (dash, hollow) => {
    const box = element("span", "jm-sample");
    box.innerHTML = '<svg viewBox="0 0 40 12" aria-hidden="true"><path d="M1 6H39"/><path d="M1 6H39"/></svg>';
    const [body, inner] = box.querySelectorAll("path");
    body.setAttribute("stroke-width", String(WIDTH));
    if (dash) body.setAttribute("stroke-dasharray", dash);
    inner.setAttribute("stroke-width", String(WIDTH * hollow));
    inner.setAttribute("class", "jm-core");
    return { box, body };
  };

  /** @type {(sample: HTMLElement, text: string) => HTMLElement} */
  const row = (sample, text) => {
    const item = element("li");
    item.append(sample, element("span", "", text));
    return item;
  };

  // The rows of the modes that are used, and of what fills a line; with the samples whose colours change with the theme.
  /** @type {(data: Data) => {rows: HTMLElement[], samples: Sample[]}} */
  const lines = ({ legs, modes, hollow, words }) => {
    /** @type {Sample[]} */
    const samples = [];
    const used = [...new Set(legs.map(({ mode }) => mode))].map((mode) => {
      const { box, body } = line(modes[mode].dash, 0);
      const shown = icon(modes[mode]);
      box.append(shown);
      samples.push({ body, mode, icon: shown });
      return row(box, modes[mode].name);
    });
    const fills = [["reported", "map.known_line"], ["derived", "map.derived_line"], ["assumed", "map.assumed_line"]]
      .filter(([basis]) => basis !== "derived" || legs.some((leg) => leg.basis === "derived"))
      .map(([basis, key]) => {
        const { box, body } = line("", hollow[basis]);
        samples.push({ body, mode: null, icon: null });
        return row(box, words[key]);
      });
    return { rows: [...used, ...fills], samples };
  };

  L.journey.legend = (stage) => {
    const { words, tale: { data } } = stage;
    const root = L.journey.guard(element("details", "jm-legend"));
    const { rows, samples } = lines(data);
    const waits = data.legs.some((leg) => leg.waits.length) ? [row(element("span", "jm-sample jm-waiting"), words["wait.name"])] : [];
    const marks = BASES.map((basis) => {
      const sample = element("span", "jm-sample");
      sample.append(mark(basis, words));
      return row(sample, words[`basis.${basis}`]);
    });
    const list = element("ul");
    list.append(...rows, ...waits, element("li", "jm-legend-title", words["basis.title"]), ...marks,
      element("li", "jm-legend-title jm-legend-note", words["strip.true"]));
    root.append(element("summary", "", words["map.legend"]), list);
    stage.put("legend", root);
    stage.on(root, "toggle", () => stage.act(L.journey.actions.unfold, "legend", root.open));
    stage.watch("paint", ({ open }) => open.legend, (open) => { root.open = open; });
    stage.watch("paint", ({ theme }) => theme, () => {
      const { colour } = stage.view();
      samples.forEach(({ body, mode, icon: shown }) => {
        body.setAttribute("stroke", mode ? colour(mode) : "currentColor");
        if (shown && mode) shown.style.color = colour(mode);
      });
      root.style.setProperty("--ink", colour(data.legs[0].mode));
    });
  };
})(window.L);
