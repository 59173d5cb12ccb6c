/* What the teacher reads: notes, question and answer, the next step, and the time. */
// needs: arithmetic/fill arithmetic/timing core/element element/press element/standing
/** @typedef {{notes: (scope: Pick<Scope, "on" | "after">, noting: Noting, acts: Deeds) => {element: HTMLElement, show(at: Noted): void}}} Gives */
(function (L) {
  "use strict";

  const { element, fill, press, standing, timing } = L.journey;
  const SECOND = 1000; // milliseconds
  /** @type {["back" | "on" | "black" | "restart", string, string][]} */
  const BUTTONS = [["back", "class.back", ""], ["on", "class.on", "cl-strong"], ["black", "class.black", ""], ["restart", "class.restart", ""]];

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

  /** @type {(noting: Noting, step: number) => HTMLElement[]} */
  const body = ({ steps, find, words }, index) => {
    const [step, next] = [steps[index], steps[index + 1]];
    const question = find(step.question);
    return [
      element("h1", "cl-sentence", step.text),
      section(words["class.notes"], ...(step.notes ? paragraphs(step.notes) : [element("p", "cl-small", words["class.no_notes"])])),
      ...(question ? [answer(question, words)] : []),
      section(words["class.next"], element("p", "", next ? next.text : words["class.ended"])),
    ];
  };

  // Shows a step, and tells the time by the wall: a computer that sleeps does not stop the lesson.
  L.journey.notes = (scope, noting, acts) => {
    const { steps, words, locale } = noting;
    const minutes = new Intl.NumberFormat(locale, { style: "unit", unit: "minute", unitDisplay: "long" });
    const planned = timing.plan(steps);
    const root = element("div", "cl-teacher");
    const [where, time, box] = [element("strong"), element("span", "cl-time"), element("div", "cl-notes-body")];
    const head = element("div", "cl-row cl-notes-head");
    head.append(where, time, ...BUTTONS.map(([name, key, className]) => press(scope, name, className, words[key], acts[name])));
    root.append(head, box);
    /** @type {Noted} */
    let shown = { step: null, began: null };
    const tell = () => {
      if (shown.step === null || shown.began === null) return;
      const seconds = (Date.now() - shown.began) / SECOND;
      const { key, gone, until } = timing.said(seconds, planned[shown.step]);
      time.dataset.seconds = String(Math.floor(seconds));
      time.textContent = fill(words[key], { minutes: minutes.format(gone), until });
    };
    const tick = () => {
      tell();
      scope.after(SECOND, tick);
    };
    tick();
    return {
      element: root,
      show: (at) => {
        const { step } = at;
        if (step !== null && step !== shown.step) {
          where.textContent = fill(words["class.of"], { step: step + 1, steps: steps.length });
          root.dataset.step = String(step + 1);
          box.replaceChildren(...body(noting, step));
        }
        shown = at;
        tell();
      },
    };
  };
})(window.L);
