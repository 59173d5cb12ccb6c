/* A guess on the screen: slider, number and hands, and then the answer beside them, with what it stands on. */
// needs: class/compass class/figures class/scale core/node
(function (L) {
  "use strict";

  const { node, fill } = L.journey;
  const { teller } = L.journey.figures;

  const press = (className, text, act) => {
    const made = node("button", className, text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };

  // A figure with its dot and the word of its basis, and below what it stands on. Also for other windows.
  const fact = (found) => {
    const box = node("div", "cl-fact");
    const said = node("p", "cl-said");
    const dot = node("span", `jm-mark jm-mark-${found.basis}`);
    dot.setAttribute("aria-hidden", "true");
    const word = node("span", "cl-word");
    word.append(dot, ` ${found.word}`);
    said.append(node("strong", "", found.said), word);
    box.append(said);
    const why = [found.why, found.note, found.links.map(({ label }) => label).join("; ")].filter(Boolean).join(" · ");
    if (why) box.append(node("p", "cl-why", why));
    return box;
  };

  const unitOf = ({ unit }) => (unit === "deg" ? "°" : unit);

  // The slider and the field, which say the same, and the button that adds the guess.
  const entry = (guess, { words, tell, onAdd }) => {
    const box = node("div", "cl-entry");
    const slider = node("input", "cl-slider");
    const middle = guess.low + Math.round((guess.high - guess.low) / 2 / guess.step) * guess.step;
    Object.assign(slider, { type: "range", min: guess.low, max: guess.high, step: guess.step });
    slider.value = String(middle);
    slider.setAttribute("aria-label", words["class.slider"]);
    const field = node("input", "cl-field");
    Object.assign(field, { type: "text", inputMode: "decimal", autocomplete: "off", size: 6, maxLength: 40 });
    field.setAttribute("aria-label", fill(words["class.yours"], { unit: tell(1).replace(/[\d\s\u00a0\u202f]+/, "") }));
    const show = () => {
      field.value = slider.value;
      slider.setAttribute("aria-valuetext", tell(Number(slider.value)));
    };
    slider.addEventListener("input", show);
    field.addEventListener("journey:enter", () => onAdd(field));
    slider.addEventListener("keydown", ({ key }) => {
      if (!"+-".includes(key)) return;
      slider.value = String(Number(slider.value) + (key === "+" ? 1 : -1) * guess.step);
      show();
    });
    show();
    box.append(slider, field, node("span", "cl-unit", unitOf(guess)), press("cl-add", words["class.add"], () => onAdd(field)));
    return box;
  };

  // A button for each range, for counting the hands that are raised.
  const hands = (store, { words, unit, tell, onHand }) => {
    const box = node("div", "cl-hands");
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", words["class.hands_how"]);
    box.append(node("span", "cl-small", `${words["class.hands"]} (${unit})`));
    const short = new Intl.NumberFormat("en", { maximumFractionDigits: 1, useGrouping: false });
    store.hands().forEach(({ low, high }, index) => {
      const made = press("", `${short.format(low)}–${short.format(high)}`, () => onHand(index));
      made.setAttribute("aria-label", fill(words["class.range"], { low: tell(low), high: tell(high) }));
      box.append(made);
    });
    return box;
  };

  // Options: question {guess, answer}, store of guesses, words, locale, told(), onReveal(), onChange().
  // Returns {element, refresh(), remove()}.
  L.journey.guess = (options) => {
    const { question, store, words } = options;
    const { guess } = question;
    const tell = teller(options.locale, guess.unit);
    const root = node("div", "cl-guess");
    const [ask, message, count, drawing, result] = [node("div"), node("p", "cl-message"), node("span", "cl-small"), node("div"), node("div")];
    message.setAttribute("role", "status");

    const refresh = () => {
      const told = options.told();
      count.textContent = fill(words["class.added"], { count: store.count() });
      undo.disabled = !store.count();
      ask.hidden = told;
      const draw = guess.of === "direction" ? L.journey.compass : L.journey.scale;
      const label = told && guess.fact ? fill(words["class.standing"], { answer: guess.fact.said, count: store.count() }) : words["class.guess"];
      drawing.replaceChildren(draw({ guess, numbers: store.numbers(), hands: store.hands(), told, locale: options.locale, label }));
      result.replaceChildren(...(told ? [guess.fact ? fact(guess.fact) : node("p", "cl-said", words["class.nothing"]), node("p", "cl-text", question.answer)] : []));
    };
    const change = () => {
      refresh();
      options.onChange();
    };
    const onAdd = (field) => {
      const fault = store.add(field.value);
      const [low, high] = [tell(guess.low), tell(guess.high)];
      message.textContent = fault ? fill(words[fault], { text: field.value.trim().slice(0, 20), low, high }) : "";
      field.setAttribute("aria-invalid", String(Boolean(fault)));
      if (!fault) change();
    };
    const onHand = (index) => {
      store.raise(index);
      change();
    };
    const undo = press("", words["class.undo"], () => {
      store.undo();
      change();
    });
    const foot = node("div", "cl-row");
    foot.append(count, undo, press("cl-strong", words["class.reveal"], options.onReveal));
    ask.append(entry(guess, { words, tell, onAdd }), message, hands(store, { words, unit: unitOf(guess), tell, onHand }), foot);
    root.append(drawing, result, ask);
    refresh();
    return { element: root, refresh, remove: () => root.remove() };
  };
  Object.assign(L.journey.guess, { fact, press });
})(window.L);
