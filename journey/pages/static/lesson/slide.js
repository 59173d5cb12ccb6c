/* What stands beside or below the map at a step: title, sentence, question or sources. */
// needs: arithmetic/fill arithmetic/steps core/element core/icon element/press guess/guess
/** @typedef {{slide: (lesson: Lesson, step: Step) => {element: HTMLElement, side: boolean}}} Gives */
(function (L) {
  "use strict";

  const { element, fill, icon, press, steps } = L.journey;
  const LONG = 110; // letters from which a question is set smaller

  // The bases by their words.
  /** @param {Words} words */
  const bases = (words) => {
    const list = element("ul", "cl-bases");
    ["reported", "derived", "assumed"].forEach((basis) => {
      const item = element("li");
      const dot = element("span", `jm-mark jm-mark-${basis}`);
      dot.setAttribute("aria-hidden", "true");
      item.append(dot, element("span", "", words[`basis.${basis}`]));
      list.append(item);
    });
    return list;
  };

  // All sources as the page lists them, behind a button.
  /** @type {(lesson: Lesson) => Node[]} */
  const all = ({ stage, words }) => {
    const found = [...document.querySelectorAll("#sources li")].map((item) => item.cloneNode(true));
    if (!found.length) return [];
    const list = element("ul", "cl-all");
    list.append(...found);
    list.hidden = true;
    const more = press(stage, "sources", "", fill(words["class.all_sources"], { count: found.length }), () => {
      list.hidden = !list.hidden;
      more.setAttribute("aria-expanded", String(!list.hidden));
    });
    more.setAttribute("aria-expanded", "false");
    return [more, list];
  };

  // Who told of each leg, in a line, and all sources.
  /** @type {(lesson: Lesson) => HTMLElement} */
  const sources = (lesson) => {
    const { stage, told } = lesson;
    const [box, legs] = [element("div", "cl-sources"), element("ul", "cl-told-by")];
    legs.append(...told.map((text, i) => {
      const item = element("li");
      const { name, mode } = stage.tale.legs[i];
      item.style.setProperty("--ink", stage.view().colour(mode));
      const line = element("span");
      line.append(element("b", "", name), ` ${text}`);
      item.append(icon(stage.tale.data.modes[mode]), line);
      return item;
    }));
    box.append(legs, ...all(lesson));
    return box;
  };

  // The leg's icon and name in one line.
  /** @type {(stage: Stage, leg: Leg) => HTMLElement} */
  const heading = (stage, leg) => {
    const line = element("p", "cl-over");
    line.style.setProperty("--ink", stage.view().colour(leg.mode));
    line.append(icon(stage.tale.data.modes[leg.mode]), element("span", "", leg.name));
    return line;
  };

  // A question without a guess: a button, and then the answer.
  /** @type {(lesson: Lesson, question: Question) => {element: HTMLElement}} */
  const discussion = ({ stage, words, act, view }, { answer }) => {
    const box = element("div", "cl-guess");
    const row = element("div", "cl-row");
    row.append(press(stage, "reveal", "cl-strong", words["class.reveal"], () => act(steps.reveal)));
    box.append(view().told ? element("p", "cl-text", answer) : row);
    return { element: box };
  };

  // What is asked, or said; a question has its own text and is not said twice.
  /** @type {(stage: Stage, step: Step, question: Question | null) => HTMLElement[]} */
  const saying = ({ tale: { data } }, { kind, text }, question) => {
    if (kind === "title") return [element("h1", "", data.title), element("p", "cl-sentence", text)];
    const said = question ? question.text : text;
    return [element("h1", said.length > LONG ? "cl-sentence cl-long" : "cl-sentence", said)];
  };

  // Also gives whether it stands beside the map.
  L.journey.slide = (lesson, step) => {
    const { stage, words } = lesson;
    const { question, leg } = lesson.view();
    const root = element("div", `cl-step cl-${step.kind}`);
    if (leg >= 0) root.append(heading(stage, stage.tale.legs[leg]));
    root.append(...saying(stage, step, question));
    if (step.kind === "title" || step.kind === "closing") root.append(bases(words));
    if (step.kind === "closing") root.append(sources(lesson));
    if (question) root.append((question.guess ? L.journey.guess(lesson, question, question.guess) : discussion(lesson, question)).element);
    return { element: root, side: step.kind === "title" || step.kind === "closing" || question !== null };
  };
})(window.L);
