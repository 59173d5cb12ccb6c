/* What the teacher reads: notes, question and answer, the next step, and the time. */
// needs: class/figures class/guess core/node
(function (L) {
  "use strict";

  const { node, fill } = L.journey;
  const { clock, plan } = L.journey.figures;

  const part = (title, ...inner) => {
    const box = node("section");
    box.append(node("h2", "", title), ...inner);
    return box;
  };
  const paragraphs = (text) => text.split(/\n+/).filter(Boolean).map((line) => node("p", "", line));

  const answer = (question, words) => {
    const box = part(words["class.question"], node("p", "cl-ask", question.text));
    box.append(node("h3", "", words["class.answer"]));
    if (question.guess) box.append(question.guess.fact ? L.journey.guess.fact(question.guess.fact) : node("p", "", words["class.nothing"]));
    box.append(...paragraphs(question.answer));
    return box;
  };

  // Options: words, steps, question(id), locale, acts {back, on, blank}. Returns {element, show(index), tick(seconds), remove()}.
  L.journey.notes = (options) => {
    const { words, steps } = options;
    const root = node("div", "cl-teacher");
    const minutes = new Intl.NumberFormat(options.locale, { style: "unit", unit: "minute", maximumFractionDigits: 1 });
    const planned = plan(steps);
    const [where, time, body] = [node("strong"), node("span", "cl-time"), node("div", "cl-notes-body")];
    const bar = node("div", "cl-row cl-notes-head");
    const { press } = L.journey.guess;
    bar.append(where, time,
      press("", words["class.back"], options.acts.back),
      press("cl-strong", words["class.on"], options.acts.on),
      press("", words["class.black"], options.acts.blank));
    root.append(bar, body);
    let shown = 0;

    return {
      element: root,
      show: (index) => {
        shown = index;
        const [step, next] = [steps[index], steps[index + 1]];
        const question = options.question(step.question);
        where.textContent = fill(words["class.of"], { step: index + 1, steps: steps.length });
        const notes = step.notes ? paragraphs(step.notes) : [node("p", "cl-small", words["class.no_notes"])];
        body.replaceChildren(...[
          node("h1", "cl-sentence", step.text),
          part(words["class.notes"], ...notes),
          question && answer(question, words),
          part(words["class.next"], node("p", "", next ? next.text : words["class.ended"])),
        ].filter(Boolean));
      },
      tick: (seconds) => {
        const until = minutes.format(planned[shown]);
        time.textContent = `${fill(words["class.elapsed"], { time: clock(seconds) })} · ${fill(words["class.planned"], { time: until })}`;
      },
      remove: () => root.remove(),
    };
  };
})(window.L);
