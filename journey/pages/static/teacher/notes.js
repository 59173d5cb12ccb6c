/* What the teacher reads: notes, question and answer, the next step, and the time. */
// needs: arithmetic/fill arithmetic/timing core/element element/press element/standing
/** @typedef {{notes: (lesson: Lesson, acts: Deeds, began: number) => {element: HTMLElement}}} Gives */
(function (L) {
  "use strict";

  const { element, fill, press, standing, timing } = L.journey;
  const SECOND = 1000; // milliseconds

  /** @type {(title: string, ...inner: Node[]) => HTMLElement} */
  const section = (title, ...inner) => {
    const box = element("section");
    box.append(element("h2", "", title), ...inner);
    return box;
  };
  /** @type {(text: string) => HTMLElement[]} */
  const paragraphs = (text) => text.split(/\n+/).filter(Boolean).map((line) => element("p", "", line));

  /** @type {(question: Question, words: Words) => HTMLElement} */
  const answer = ({ text, guess, answer: told }, words) => {
    const box = section(words["class.question"], element("p", "cl-ask", text), element("h3", "", words["class.answer"]));
    if (guess) box.append(guess.fact ? standing(guess.fact) : element("p", "", words["class.nothing"]));
    box.append(...paragraphs(told));
    return box;
  };

  /** @type {(lesson: Lesson, step: number) => HTMLElement[]} */
  const body = ({ plan, words }, index) => {
    const [step, next] = [plan.steps[index], plan.steps[index + 1]];
    const question = plan.find(step.question);
    return [
      element("h1", "cl-sentence", step.text),
      section(words["class.notes"], ...(step.notes ? paragraphs(step.notes) : [element("p", "cl-small", words["class.no_notes"])])),
      ...(question ? [answer(question, words)] : []),
      section(words["class.next"], element("p", "", next ? next.text : words["class.ended"])),
    ];
  };

  // `began` is when the lesson did, in ms of the page.
  L.journey.notes = (lesson, acts, began) => {
    const { stage, plan, words, watch } = lesson;
    const minutes = new Intl.NumberFormat(stage.tale.data.locale, { style: "unit", unit: "minute", maximumFractionDigits: 1 });
    const planned = timing.plan(plan.steps);
    const root = element("div", "cl-teacher");
    const [where, time, box] = [element("strong"), element("span", "cl-time"), element("div", "cl-notes-body")];
    const head = element("div", "cl-row cl-notes-head");
    const buttons = /** @type {const} */ ([["back", "class.back", ""], ["on", "class.on", "cl-strong"], ["black", "class.black", ""]])
      .map(([name, key, className]) => press(stage, name, className, words[key], acts[name]));
    head.append(where, time, ...buttons);
    root.append(head, box);
    const tell = () => {
      const seconds = (performance.now() - began) / SECOND;
      time.dataset.seconds = String(Math.floor(seconds));
      const gone = fill(words["class.elapsed"], { time: timing.clock(seconds) });
      const until = minutes.format(planned[lesson.now().show?.step || 0]);
      time.textContent = `${gone} · ${fill(words["class.planned"], { time: until })}`;
    };
    const tick = () => {
      tell();
      stage.after(SECOND, tick);
    };
    watch(({ show }) => show?.step, (step = 0) => {
      where.textContent = fill(words["class.of"], { step: step + 1, steps: plan.steps.length });
      root.dataset.step = String(step + 1);
      box.replaceChildren(...body(lesson, step));
      tell();
    });
    tick();
    return { element: root };
  };
})(window.L);
