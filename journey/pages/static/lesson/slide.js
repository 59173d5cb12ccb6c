/* What stands beside or below the map at a step: title, sentence, question or sources. */
// needs: arithmetic/steps core/element core/icon element/press guess/guess
/** @typedef {{slide: (lesson: Lesson, step: Step) => {element: HTMLElement, side: boolean}}} Gives */
(function (L) {
  "use strict";

  const { element, icon, press, steps } = L.journey;

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

  /** @type {(named: Named[], words: Words) => HTMLElement} */
  const sources = (named, words) => {
    const box = element("div", "cl-sources");
    const list = element("ul");
    named.forEach(({ label, url }) => {
      const item = element("li");
      const link = element(url ? "a" : "span", "", label);
      if (url) Object.assign(link, { href: url, target: "_blank", rel: "noopener" });
      item.append(link);
      list.append(item);
    });
    box.append(element("h2", "", words["class.sources"]), list);
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
    box.append(view().told ? element("p", "cl-text", answer) : press(stage, "reveal", "cl-strong", words["class.reveal"], () => act(steps.reveal)));
    return { element: box };
  };

  // Also gives whether it stands beside the map.
  L.journey.slide = (lesson, step) => {
    const { stage, words } = lesson;
    const { question, leg } = lesson.view();
    const root = element("div", `cl-step cl-${step.kind}`);
    if (leg >= 0) root.append(heading(stage, stage.tale.legs[leg]));
    if (step.kind === "title") root.append(element("h1", "", stage.tale.data.title));
    root.append(element(step.kind === "title" ? "p" : "h1", "cl-sentence", step.text));
    if (step.kind === "title" || step.kind === "closing") root.append(bases(words));
    if (step.kind === "closing") root.append(sources(lesson.sources, words));
    if (question) {
      const made = question.guess ? L.journey.guess(lesson, question, question.guess) : discussion(lesson, question);
      root.append(element("p", "cl-ask", question.text), made.element);
    }
    return { element: root, side: step.kind === "title" || step.kind === "closing" || question !== null };
  };
})(window.L);
