/* The window of the teacher's notes. It runs scripts of its own and asks the page that opened it where the lesson is, so it stays
 * when that page is loaded anew. */
// needs: arithmetic/message core/element core/scope teacher/clicker teacher/notes
/** @typedef {{aside: (brought: Brought) => void}} Gives */
(function (L) {
  "use strict";

  const { element, message } = L.journey;
  const SECOND = 1000; // milliseconds between two questions
  const PATIENCE = 3; // questions that may go without an answer

  /** @type {(id: string) => (deed: Asked["deed"], number?: number) => void} */
  const asker = (id) => (deed, number) =>
    window.opener?.postMessage(message.ask(id, deed, number), window.origin === "null" ? "*" : window.origin);

  L.journey.aside = ({ id, locale, words, questions, steps }) => {
    const scope = L.journey.scope();
    const ask = asker(id);
    const asked = new Map(questions.map((question) => [question.id, question]));
    const acts = /** @type {Deeds} */ ({
      ...Object.fromEntries(message.deeds.map((deed) => [deed, () => ask(deed)])), call: (/** @type {number} */ number) => ask("call", number),
    });
    const find = (/** @type {string | null} */ question) => (question === null ? null : asked.get(question) || null);
    const { element: shown, show } = L.journey.notes(scope, { steps, find, words, locale }, acts);
    const main = element("main");
    const status = element("p", "cl-small");
    status.setAttribute("role", "status");
    main.append(status, shown);
    document.body.append(main);
    L.journey.clicker({ stage: scope }, acts);
    let unanswered = 0;
    const tick = () => {
      if (!window.opener || window.opener.closed) window.close();
      ask("ask");
      unanswered += 1;
      if (unanswered > PATIENCE) status.textContent = words["class.alone"];
      scope.after(SECOND, tick);
    };
    scope.on(window, "message", ({ data, origin, source }) => {
      const at = origin === window.origin && source === window.opener ? message.told(id, steps, data) : null;
      if (!at) return;
      unanswered = 0;
      status.textContent = "";
      if (at.step === null) window.close();
      else show(at);
    });
    scope.on(window, "pagehide", () => ask("gone"));
    tick();
  };
})(window.L);
