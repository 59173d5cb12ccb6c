/* The legend: of all that the map and the timeline show, what this journey has; and below it whose the map is. */
// needs: core/actions core/element core/icon panels/guard core/mark
/** @typedef {{paint: (colour: (mode: string) => string) => void, item: HTMLElement}} Row
 * @typedef {{legend: (stage: Stage) => {foot: HTMLElement}}} Gives */
(function (L) {
  "use strict";

  const { element, icon, mark } = L.journey;
  const WIDTH = 4.2; // pixels of a line, as on the map
  const BASES = ["reported", "derived", "assumed"];
  const LINES = ["map.known_line", "map.derived_line", "map.assumed_line"];

  /** @type {(sample: HTMLElement, text: string, paint?: Row["paint"]) => Row} */
  const row = (sample, text, paint = () => {}) => {
    const item = element("li");
    item.append(sample, element("span", "", text));
    return { item, paint };
  };

  // The sample of a line, of which so much is paper.
  /** @type {(dash: string, hollow: number) => {box: HTMLElement, body: SVGPathElement}} */
  const line = (dash, hollow) => {
    const box = element("span", "jm-sample");
    box.innerHTML = '<svg viewBox="0 0 40 12" aria-hidden="true"><path d="M1 6H39"/><path d="M1 6H39"/></svg>';
    const [body, inner] = box.querySelectorAll("path");
    body.setAttribute("stroke-width", String(WIDTH));
    body.setAttribute("stroke", "currentColor");
    if (dash) body.setAttribute("stroke-dasharray", dash);
    inner.setAttribute("stroke-width", String(WIDTH * hollow));
    inner.setAttribute("class", "jm-core");
    return { box, body };
  };

  // The modes that are used, each with its line.
  /** @type {(data: Data) => Row[]} */
  const modesOf = ({ legs, modes }) => [...new Set(legs.map(({ mode }) => mode))].map((mode) => {
    const { box, body } = line(modes[mode].dash, 0);
    const shown = icon(modes[mode]);
    box.append(shown);
    return row(box, modes[mode].name, (colour) => {
      body.setAttribute("stroke", colour(mode));
      shown.style.color = colour(mode);
    });
  });

  // How the lines and the times of the legs are known.
  /** @type {(data: Data) => Row[]} */
  const known = ({ legs, hollow, words }) => {
    const lines = BASES.flatMap((basis, i) => (legs.some((leg) => leg.basis === basis)
      ? [row(line("", hollow[basis]).box, words[LINES[i]])] : []));
    /** @type {(name: string, key: string, found: (leg: Leg) => boolean) => Row[]} */
    const time = (name, key, found) => (legs.some(found) ? [row(element("span", `jm-sample ${name}`), words[key])] : []);
    return [
      ...lines,
      ...time("jm-of-time jm-guessed", "map.assumed_time", ({ timed }) => timed === "assumed"),
      ...time("jm-of-time jm-unknown", "leg.unknown_duration", ({ timed }) => !timed),
      ...time("jm-waiting", "wait.name", ({ waits }) => waits.length > 0),
    ];
  };

  // The marks that any figure of a leg, a stop or a date has.
  /** @type {(data: Data) => Row[]} */
  const marksOf = ({ marks, legs, ends, dates, words }) => {
    const told = marks ? [] : legs.flatMap(({ facts, stops, waits, clock }) =>
      [...facts, ...facts.flatMap(({ others }) => others), ...stops, ...stops.flatMap((stop) => stop.facts || []), ...waits, ...clock]);
    const used = new Set(marks || [...told, ...ends, ...dates].map((one) => one?.basis));
    return BASES.filter((basis) => used.has(basis)).map((basis) => {
      const sample = element("span", "jm-sample");
      sample.append(mark(basis, words));
      sample.setAttribute("aria-hidden", "true"); // Its word stands beside it.
      return row(sample, words[`basis.${basis}`]);
    });
  };

  // Returns {foot what stands below the samples}. How wide it is style sheets know as --legend.
  L.journey.legend = (stage) => {
    const { box, words, tale: { data } } = stage;
    const root = L.journey.guard(element("details", "jm-legend"));
    const [body, list, foot] = [element("div", "jm-legend-body"), element("ul"), element("div", "jm-legend-foot")];
    const marks = marksOf(data);
    const rows = [...modesOf(data), ...known(data)];
    list.append(...rows.map(({ item }) => item), element("li", "jm-legend-title", words["basis.title"]), ...marks.map(({ item }) => item),
      element("li", "jm-legend-title jm-legend-note", words["strip.true"]));
    body.append(list, foot);
    const summary = element("summary", "", words["map.legend"]);
    root.append(summary, body);
    stage.put("legend", root);
    stage.on(root, "toggle", () => stage.act(L.journey.actions.unfold, "legend", root.open));
    const measure = () => box.style.setProperty("--legend", `${root.offsetWidth}px`);
    stage.watch("paint", ({ open, drawn }) => `${open.legend} ${drawn === "none"}`, () => {
      const held = root.contains(document.activeElement);
      root.open = stage.now().open.legend;
      if (held && !root.open) summary.focus({ preventScroll: true });
      box.classList.toggle("jm-keyed", root.open);
      measure();
    });
    stage.on(stage.map, "resize journey:type", measure);
    stage.add(() => box.style.removeProperty("--legend"));
    stage.watch("paint", ({ theme }) => theme, () => {
      const { colour } = stage.view();
      rows.forEach(({ paint }) => paint(colour));
      root.style.setProperty("--ink", colour(data.legs[0].mode));
    });
    return { foot };
  };
})(window.L);
