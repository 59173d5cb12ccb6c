/* Presents a journey step by step: the stage is led, the words stand beside it, the teacher steers. */
// needs: class/clicker class/guess class/notes class/onmap class/screen class/slide class/steer class/teacher core/node
(function (L) {
  "use strict";

  const { node, fill } = L.journey;
  const SECOND = 1000; // milliseconds
  const BUTTONS = [
    ["back", "class.back"], ["on", "class.on"], ["notes", "class.notes"], ["compare", "class.compare"],
    ["large", "class.large"], ["blank", "class.black"], ["leave", "class.leave"],
  ];

  // Legs whose time is still to be guessed, as indices: where the time is asked at this step, unanswered, or at a later one.
  const secrets = (steps, index, revealed, find, legs) => new Set(steps
    .filter((_, i) => i > index || (i === index && !revealed.has(i)))
    .map((step) => find(step.question))
    .filter((question) => question && question.guess && question.guess.of === "duration")
    .map((question) => legs.findIndex((leg) => leg.id === question.leg))
    .filter((leg) => leg >= 0));

  // The row of buttons below, for those who present with a mouse. Returns {element, tell(step, of how many)}.
  const controls = (words, acts, compares) => {
    const root = node("nav", "cl-bar");
    root.setAttribute("aria-label", words["class.bar"]);
    const where = node("span", "cl-where");
    root.append(where, ...BUTTONS.filter(([name]) => name !== "compare" || compares).map(([name, key]) => {
      const made = L.journey.guess.press(`cl-do-${name}`, words[key], acts[name]);
      made.title = words["class.keys"];
      return made;
    }));
    return { element: root, tell: (step, steps) => { where.textContent = fill(words["class.of"], { step, steps }); } };
  };

  // The page as it looks while it presents. Returns {lay(side), hush(legs whose time is not told yet), large(), remove()}.
  const dress = (map) => {
    const html = document.documentElement;
    const { element } = map.journey.strip;
    const legend = map.getContainer().querySelector(".jm-legend");
    const open = legend.open;
    const letters = () => {
      map.invalidateSize({ animate: false });
      map.fire("journey:type");
    };
    html.classList.add("cl-on");
    legend.open = false;
    letters();
    return {
      lay: (side) => {
        html.dataset.slide = side ? "side" : "foot";
        map.invalidateSize({ animate: false });
      },
      hush: (legs) => {
        html.classList.toggle("cl-hush", legs.size > 0);
        element.querySelectorAll(".jm-segment").forEach((segment, i) => segment.classList.toggle("cl-secret", legs.has(i)));
      },
      large: () => {
        html.classList.toggle("cl-large");
        letters();
      },
      remove: () => {
        html.classList.remove("cl-on", "cl-large", "cl-hush");
        delete html.dataset.slide;
        element.querySelectorAll(".cl-secret").forEach((segment) => segment.classList.remove("cl-secret"));
        legend.open = open;
        letters();
      },
    };
  };

  // Where a lesson stands: {index(), step(), question(), told() whether its answer is shown, to(index) whether there is
  // such a step, reveal() whether there was something to show, hidden() legs}.
  const position = ({ steps, find, legs }) => {
    const revealed = new Set();
    let index = 0;
    const question = () => find(steps[index].question);
    return {
      index: () => index,
      step: () => steps[index],
      question,
      told: () => revealed.has(index),
      to: (next) => {
        if (!(next >= 0 && next < steps.length)) return false;
        index = next;
        return true;
      },
      reveal: () => Boolean(question()) && !revealed.has(index) && Boolean(revealed.add(index)),
      hidden: () => secrets(steps, index, revealed, find, legs),
    };
  };

  // The words beside the map. Options as those of L.journey.show; at as above. Returns {element, draw(onReveal), pin(), remove()}.
  const board = (map, at, { told, words, look, stores }) => {
    const box = node("main", "cl-slide");
    box.setAttribute("aria-live", "polite");
    box.setAttribute("aria-label", words["class.present"]);
    box.tabIndex = 0;
    const onmap = L.journey.onmap(map, told.journey);
    let slide = null;
    const store = () => (at.question() ? stores.get(at.question().id) : null);
    const pin = () => {
      if (at.told() && store()) onmap.show(at.question(), store().numbers());
      else onmap.clear();
    };
    return {
      element: box,
      pin,
      draw: (onReveal) => {
        const [step, held] = [at.step(), box.contains(document.activeElement)];
        const leg = told.journey.legs.find(({ id }) => id === step.leg) || null;
        if (slide) slide.remove();
        slide = L.journey.slide({ step, leg, question: at.question() }, {
          ...look, words, title: told.journey.title, sources: told.sources, store: store(), told: at.told, onReveal, onChange: pin,
        });
        box.replaceChildren(slide.element);
        box.scrollTop = 0;
        if (held) box.focus({ preventScroll: true });
        return slide.side;
      },
      remove: () => {
        if (slide) slide.remove();
        onmap.remove();
        box.remove();
      },
    };
  };

  // What keys and buttons do. Parts: at, draw(on, still), wide, outfit, teacher(), options.
  const actsOf = ({ at, draw, wide, outfit, teacher, options }) => {
    const go = (next, on = false) => {
      options.compare.close();
      if (at.to(next)) draw(on);
    };
    const reveal = () => {
      if (!at.reveal()) return false;
      draw(false, true);
      return true;
    };
    return {
      on: () => wide.lit() || reveal() || go(at.index() + 1, true),
      back: () => wide.lit() || go(at.index() - 1),
      first: () => go(0),
      last: () => go(options.told.classroom.steps.length - 1),
      pick: (number) => go(number - 1),
      reveal,
      blank: wide.blank,
      large: outfit.large,
      notes: () => {
        wide.excuse();
        teacher().toggle();
      },
      compare: () => options.told.classroom.compare.length && options.compare.toggle(),
      screen: wide.toggle,
      leave: options.onLeave,
    };
  };

  // A running presentation. Options: told {journey, classroom, sources}, words, look {modes, colour, locale}, find(id) of a
  // question, stores of guesses by id of the question, compare {toggle, close}, onLeave(). Returns {leg() index or -1, remove()}.
  L.journey.show = (map, options) => {
    const { told: { classroom, journey: data }, words, find } = options;
    const { steps } = classroom;
    const began = performance.now();
    const at = position({ steps, find, legs: data.legs });
    const outfit = dress(map);
    const wide = L.journey.wide(options.onLeave);
    const steer = L.journey.steer(map, data);
    const page = board(map, at, options);
    const draw = (on, still = false) => {
      outfit.lay(page.draw(acts.reveal));
      bar.tell(at.index() + 1, steps.length);
      outfit.hush(at.hidden());
      if (!still) steer.show(at.step(), on);
      page.pin();
      teacher.show(at.index());
    };
    const acts = actsOf({ at, draw, wide, outfit, teacher: () => teacher, options });
    const bar = controls(words, acts, classroom.compare.length > 0);
    const clicker = L.journey.clicker(acts);
    const teacher = L.journey.teacher({
      words, title: `${words["class.notes"]}: ${data.title}`, panel: document.body, onKey: clicker.onKey,
      make: () => L.journey.notes({ words, steps, question: find, locale: data.locale, acts }),
    });
    const timer = setInterval(() => teacher.tick((performance.now() - began) / 1000), SECOND);
    document.body.append(page.element, bar.element);
    wide.fill();
    draw(false);
    page.element.focus({ preventScroll: true });
    return {
      leg: () => data.legs.findIndex(({ id }) => id === at.step().leg),
      remove: () => {
        clearInterval(timer);
        [teacher, clicker, wide, steer, page, bar.element, outfit].forEach((part) => part.remove());
      },
    };
  };
})(window.L);
