/* Play and step, what the clock says, and, once they are wanted, speed, pacing and the diagram. */
// needs: core/actions core/element core/mark
/** @typedef {{transport: (stage: Stage, strip: HTMLElement) => void}} Gives */
(function (L) {
  "use strict";

  const { element } = L.journey;
  const SPEEDS = [0.5, 1, 2, 4];
  /** @type {[Pacing, string, string][]} */
  const PACINGS = [["story", "play.story", "play.story_how"], ["truth", "play.truth", "play.truth_how"]];
  const SHAPES = {
    previous: "M6 5v14M19 5L9 12l10 7z", play: "M7 4.5L19 12 7 19.5z", pause: "M8 5v14M16 5v14", next: "M18 5v14M5 5l10 7-10 7z",
    unfold: "M4 4v16h16M7.5 16L11 9l4-1 4-4", controls: "M5 12h.1M12 12h.1M19 12h.1",
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

  // The edge of a button that runs out while a halt does; a halt is told by the pause, so this is for the eye alone.
  const edge = () => {
    const made = element("span", "jm-halt");
    made.setAttribute("aria-hidden", "true");
    made.innerHTML = '<svg preserveAspectRatio="none" viewBox="0 0 64 72"><path d="M32 6H58V66H6V6Z" pathLength="1"/></svg>'; // Our own shape.
    return made;
  };

  /** @type {(stage: Stage) => HTMLElement} */
  const player = (stage) => {
    const play = button(stage, "play", "play.play", () => stage.act(L.journey.actions.toggle));
    const [sign, halt] = [element("span"), edge()];
    play.replaceChildren(sign, halt);
    stage.watch("paint", ({ playing }) => playing, (playing) => {
      sign.innerHTML = drawn(playing ? "pause" : "play");
      named(play, stage.words[playing ? "play.pause" : "play.play"]);
    });
    stage.watch("paint", (state, view) => (view.halt ? view.halt.left / view.halt.lasts : 0), (left) => {
      halt.hidden = !left;
      halt.style.setProperty("--left", String(left));
    });
    return play;
  };

  // What it unfolds needs the room of the controls, where these lie over the map.
  /** @type {(stage: Stage, name: "unfold" | "controls", key: string, what: "diagram" | "controls") => HTMLElement} */
  const unfolding = (stage, name, key, what) => {
    const { unfold } = L.journey.actions;
    const made = button(stage, name, key, () => {
      stage.act(unfold, what);
      if (what === "diagram") stage.act(unfold, "controls", false);
    });
    stage.watch("paint", ({ open }) => open[what], (open) => made.setAttribute("aria-expanded", String(open)));
    return made;
  };

  // Play and step, and what leads to the rest.
  /** @type {(stage: Stage) => HTMLElement} */
  const keys = (stage) => {
    const { step } = L.journey.actions;
    const group = element("div", "jm-keys");
    group.append(player(stage), button(stage, "previous", "play.previous", () => stage.act(step, -1)),
      button(stage, "next", "play.next", () => stage.act(step, 1)), unfolding(stage, "controls", "play.controls", "controls"));
    return group;
  };

  // The clocks, which say nothing before the story begins.
  /** @type {(stage: Stage) => HTMLElement} */
  const clocks = (stage) => {
    const { words } = stage;
    const root = element("div", "jm-clock");
    const [line, local] = [element("div"), element("div", "jm-local")];
    const [time, way, left] = [element("b"), element("span", "jm-clock-way"), element("span", "jm-clock-left")];
    line.append(time, element("span", "jm-apart", " · "), way, left);
    root.append(line, local);
    let told = ""; // what the local clocks say
    stage.watch("paint", (state, view) => state.at && view.said(), (said) => {
      if (!said) {
        told = "";
        [time, way, left, local].forEach((part) => part.replaceChildren());
        return;
      }
      const { wait } = stage.view();
      time.textContent = said.time;
      way.textContent = wait ? wait.said : said.way;
      left.textContent = wait ? "" : ` · ${said.left}`;
      const saying = JSON.stringify([said.local, said.basis]);
      if (saying === told) return;
      told = saying;
      local.replaceChildren(...said.local.map((clock) => {
        const place = element("span", clock.here ? "jm-here" : "", clock.name && `${clock.name} `);
        place.append(element("b", "", clock.said));
        return place;
      }));
      local.classList.toggle("jm-known", said.local.some(({ here }) => here));
      if (said.local.length) local.append(L.journey.mark(said.basis, words, words[said.how]));
    });
    return root;
  };

  /** @type {(stage: Stage) => HTMLElement} */
  const speed = (stage) => {
    const made = element("select", "jm-speed");
    made.setAttribute("aria-label", stage.words["play.speed"]);
    SPEEDS.forEach((times) => made.append(new Option(`${times.toLocaleString(stage.tale.data.locale)}×`, String(times))));
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

  // Makes the timeline as much higher as its clocks need, such as in letters that a reader sets wider.
  /** @type {(stage: Stage, strip: HTMLElement, clock: HTMLElement) => void} */
  const grown = (stage, strip, clock) => {
    const lines = [...clock.children];
    let more = 0; // pixels
    /** @type {(to: number) => void} */
    const set = (to) => stage.box.style.setProperty("--more", `${(more = to)}px`);
    const grow = () => {
      const told = lines.filter(({ firstElementChild }) => firstElementChild?.textContent);
      const [all, ...ends] = [strip, ...told].map((part) => part.getBoundingClientRect().bottom);
      set(Math.max(more, Math.ceil(more + Math.max(...ends) - all)));
    };
    lines.forEach((line) => stage.observe(line, grow));
    stage.on(stage.map, "resize", () => {
      set(0);
      grow();
    });
  };

  // Puts its buttons into the timeline.
  L.journey.transport = (stage, strip) => {
    const [foot, quiet, clock] = [element("div", "jm-strip-foot"), element("div", "jm-quiet"), clocks(stage)];
    // Where no time is known there is none to draw a distance over.
    const timed = stage.tale.data.legs.some(({ span }) => span);
    quiet.append(...(timed ? [unfolding(stage, "unfold", "strip.diagram", "diagram")] : []), speed(stage), pacings(stage));
    foot.append(clock, quiet);
    const buttons = keys(stage);
    strip.prepend(buttons);
    strip.append(foot);
    grown(stage, strip, clock);
    // What is hidden hands the focus to what leads to it.
    const keep = () => {
      if (quiet.contains(document.activeElement) && !quiet.offsetParent) /** @type {HTMLElement} */ (buttons.lastElementChild).focus({ preventScroll: true });
    };
    stage.watch("paint", (state) => state.open.controls || state.open.diagram || state.pacing !== "story" || state.speed !== 1, (wanted) => {
      strip.classList.toggle("jm-wanted", wanted);
      keep();
    });
    stage.watch("paint", ({ open }) => open.controls, (open) => {
      strip.classList.toggle("jm-controlled", open);
      keep();
    });
  };
})(window.L);
