/* Play, step, speed and pacing: the buttons of the player, and what the clock says. */
// needs: core/actions core/element panels/mark
/** @typedef {{transport: (stage: Stage, foot: HTMLElement) => void}} Gives */
(function (L) {
  "use strict";

  const { element } = L.journey;
  const SPEEDS = [0.5, 1, 2, 4];
  /** @type {[Pacing, string, string][]} */
  const PACINGS = [["story", "play.story", "play.story_how"], ["truth", "play.truth", "play.truth_how"]];
  const SHAPES = {
    previous: "M6 5v14M19 5L9 12l10 7z", play: "M7 4.5L19 12 7 19.5z", pause: "M8 5v14M16 5v14", next: "M18 5v14M5 5l10 7-10 7z",
    unfold: "M4 4v16h16M7.5 16L11 9l4-1 4-4",
  };

  /** @type {(name: keyof typeof SHAPES) => string} */
  const drawn = (name) => `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${SHAPES[name]}"/></svg>`;
  /** @type {(element: HTMLElement, name: string) => void} */
  const named = (element, name) => {
    element.title = name;
    element.setAttribute("aria-label", name);
  };

  /** @type {(stage: Stage, name: keyof typeof SHAPES, key: string, act: () => void) => HTMLButtonElement} */
  const button = (stage, name, key, act) => {
    const made = element("button", `jm-button jm-${name}`);
    made.type = "button";
    made.innerHTML = drawn(name); // Our own shapes.
    named(made, stage.words[key]);
    stage.on(made, "click", act);
    return made;
  };

  // Play and step.
  /** @type {(stage: Stage) => HTMLElement} */
  const keys = (stage) => {
    const { toggle, step } = L.journey.actions;
    const play = button(stage, "play", "play.play", () => stage.act(toggle));
    stage.watch("paint", ({ playing }) => playing, (playing) => {
      play.innerHTML = drawn(playing ? "pause" : "play");
      named(play, stage.words[playing ? "play.pause" : "play.play"]);
    });
    const group = element("div", "jm-group");
    group.append(button(stage, "previous", "play.previous", () => stage.act(step, -1)), play,
      button(stage, "next", "play.next", () => stage.act(step, 1)));
    return group;
  };

  // The clocks; before the story begins, the whole time.
  /** @type {(stage: Stage) => HTMLElement} */
  const clocks = (stage) => {
    const { words, tale: { data } } = stage;
    const root = element("div", "jm-clock");
    const [line, local] = [element("div"), element("div", "jm-local")];
    const [time, way, left] = [element("span", "", data.total), element("span", "jm-clock-way"), element("span", "jm-clock-left")];
    line.append(time, way, left);
    root.append(line, local);
    let told = ""; // what the local clocks say
    stage.watch("paint", (state, view) => state.at && view.said(), (said) => {
      if (!said) return;
      const { wait } = stage.view();
      line.classList.toggle("jm-waits", Boolean(wait)); // A long name takes two lines.
      time.textContent = said.time;
      way.textContent = ` · ${wait ? wait.said : said.way}`;
      left.textContent = wait ? "" : ` · ${said.left}`;
      const saying = JSON.stringify([said.local, said.basis]);
      if (saying === told) return;
      told = saying;
      local.replaceChildren(...said.local.map((clock) => {
        const place = element("span", clock.here ? "jm-here" : "", clock.name && `${clock.name} `);
        place.append(element("b", "", clock.said));
        return place;
      }));
      if (said.local.length) local.append(L.journey.mark(said.basis, words, words[said.how]));
    });
    return root;
  };

  /** @type {(stage: Stage) => HTMLElement} */
  const unfold = (stage) => {
    const made = button(stage, "unfold", "strip.diagram", () => stage.act(L.journey.actions.unfold, "diagram"));
    stage.watch("paint", ({ open }) => open.diagram, (open) => made.setAttribute("aria-expanded", String(open)));
    return made;
  };

  /** @type {(stage: Stage) => HTMLElement} */
  const speed = (stage) => {
    const made = element("select", "jm-speed");
    made.setAttribute("aria-label", stage.words["play.speed"]);
    SPEEDS.forEach((times) => made.append(new Option(`${times}×`, String(times))));
    stage.on(made, "change", () => stage.act(L.journey.actions.speed, Number(made.value)));
    stage.watch("paint", (state) => state.speed, (times) => { made.value = String(times); });
    return made;
  };

  /** @type {(stage: Stage) => HTMLElement} */
  const pacings = (stage) => {
    const { words } = stage;
    const group = element("div", "jm-group jm-pacings");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", words["play.pacing"]);
    const made = PACINGS.map(([pacing, key, how]) => {
      const choice = element("button", "jm-button", words[key]);
      choice.type = "button";
      choice.title = words[how];
      stage.on(choice, "click", () => stage.act(L.journey.actions.pace, pacing));
      return choice;
    });
    group.append(...made);
    stage.watch("paint", ({ pacing }) => pacing, (pacing) => made.forEach((choice, i) => {
      choice.setAttribute("aria-pressed", String(PACINGS[i][0] === pacing));
    }));
    return group;
  };

  // Puts its buttons into `foot`.
  L.journey.transport = (stage, foot) => foot.append(keys(stage), clocks(stage), unfold(stage), speed(stage), pacings(stage));
})(window.L);
