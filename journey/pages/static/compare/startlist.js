/* The panel of a race: which way is run, and by what: those who run and those who cannot, each with what it stands on. */
// needs: arithmetic/extent arithmetic/fill arithmetic/length arithmetic/steps compare/home core/element element/press element/standing panels/guard
/** @typedef {{startlist: (lesson: Lesson, race: Race) => {panel: RacePanel}}} Gives */
(function (L) {
  "use strict";

  const { element, extent, fill, guard, length, press, standing, steps } = L.journey;

  // What chooses the way that is run: the whole of it, or the leg that is seen from near. The one that is chosen starts anew.
  /** @type {(lesson: Lesson, race: Race) => HTMLElement} */
  const choice = ({ stage, plan, words }, race) => {
    const { close, data: { locale, modes } } = stage.tale;
    const mode = close < 0 ? "" : modes[plan.legs[close].mode].name.toLocaleLowerCase(locale);
    const names = [words["class.race_whole"], ...(mode ? [fill(words["class.race_near"], { mode })] : [])];
    const group = element("div", "cl-choice");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", words["class.race_way"]);
    const made = names.map((name, i) => press(stage, i ? "near" : "whole", "cl-pick", name, () =>
      race.act(({ starts }) => ({ near: Boolean(i), starts: starts + 1 }))));
    race.watch(stage, ({ near }) => near, (near) => made.forEach((one, i) => one.setAttribute("aria-pressed", String(near === Boolean(i)))));
    group.append(...made);
    return group;
  };

  // One with whom the journey is compared.
  /** @type {(item: Yardstick, words: Words, racer: Racer | undefined) => HTMLElement} */
  const fact = (item, words, racer) => {
    const box = element("li");
    box.append(element("strong", "", item.name));
    [item.speed, item.distance, item.duration].forEach((found) => found && box.append(standing(found)));
    const known = item.kmh || (item.km && item.seconds);
    const said = !known ? "class.no_time" : racer?.other ? "class.other_way" : !item.kmh ? "class.no_lane" : "";
    if (said) box.append(element("p", "cl-small", words[said]));
    return box;
  };

  // All of them, folded where there is little room.
  /** @type {(lesson: Lesson, race: Race) => HTMLElement} */
  const folded = ({ stage, plan, words }, race) => {
    const box = element("details", "cl-facts");
    const list = element("ul");
    const { x, y } = stage.map.getSize();
    box.open = x >= extent.WIDE && y >= extent.LOW;
    box.append(element("summary", "", words["class.facts"]), list);
    race.watch(stage, (_, { leg }) => leg, () => {
      const { racers } = race.view();
      list.replaceChildren(...plan.compare.map((item) => fact(item, words, racers.find(({ name }) => name === item.name))));
    });
    return box;
  };

  // How long the race has lasted, as finely as the journey's time is known.
  /** @type {(lesson: Lesson, race: Race) => HTMLElement} */
  const lasting = ({ stage }, race) => {
    const made = element("p", "cl-lasts");
    const { legs, starts, data: { locale } } = stage.tale;
    /** @type {import("../../../stage/static/arithmetic/length.js").Teller} */
    let tell = () => "";
    race.watch(stage, (_, { leg }) => leg, (leg) => {
      const last = legs.length - 1;
      tell = length.teller(locale, leg < 0 ? starts[last] + legs[last].span : legs[leg].span);
    });
    race.run(stage, () => {
      const { seconds, moment } = stage.view();
      const gone = Math.max(0, seconds - race.view().start.seconds);
      made.textContent = gone && !race.held() ? tell(gone, legs[moment.leg].finest[0]) : "";
    });
    return made;
  };

  // In the stage, or beside it while a lesson is shown. Whoever opened it stands at Play, and stands again where it was opened
  // once it is shut.
  L.journey.startlist = (lesson, race) => {
    const { stage, plan, words, act } = lesson;
    const from = /** @type {HTMLElement | null} */ (document.activeElement);
    const play = [...stage.box.querySelectorAll("button")].find(({ title }) => title === words["play.play"]);
    const root = guard(element("section", "cl-compare"));
    root.setAttribute("aria-label", words["class.compare"]);
    const head = element("div", "cl-head");
    const shut = press(stage, "shut", "cl-shut", "×", () => act(steps.compare));
    shut.setAttribute("aria-label", words["map.close"]);
    const line = element("p", "cl-small cl-starts");
    const [ways, facts] = [choice(lesson, race), folded(lesson, race)];
    head.append(shut, element(lesson.now().show ? "h1" : "h2", "", words["class.compare"]), lasting(lesson, race), ways);
    const panel = { root, head: /** @type {HTMLElement} */ (facts.firstElementChild) };
    const home = lesson.part(L.journey.home, race, panel);
    ways.append(home.button);
    root.append(head, line, home.element, facts);
    const tell = () => {
      const { leg, start } = race.view();
      const way = leg < 0 ? words["class.from_start"] : fill(words["class.from_leg"], { leg: plan.legs[leg].name });
      const said = race.held() ? [way, words["class.held"]].join(" ") : way;
      line.textContent = start.timed ? said : words["class.no_clock"];
    };
    race.watch(stage, (_, { leg }) => leg, tell);
    stage.watch("tell", ({ hushed }) => hushed, tell);
    if (lesson.now().show) document.body.append(root);
    else {
      stage.put("compare", root);
      // Before the stage's own keys.
      stage.on(window, "keydown", (event) => {
        if (event.key !== "Escape" || race.view().picking || stage.now().open.help) return;
        event.preventDefault();
        act(steps.compare);
      }, { capture: true });
    }
    play?.focus({ preventScroll: true });
    stage.add(() => {
      root.remove();
      (from?.isConnected && from.offsetParent ? from : stage.box).focus({ preventScroll: true });
    });
    return { panel };
  };
})(window.L);
