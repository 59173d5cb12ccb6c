/* Play, step, speed and pacing: the buttons of the player, and what the clock says. */
// needs: arithmetic/clock core/node panels/panels
(function (L) {
  "use strict";

  const { node } = L.journey;
  const SPEEDS = [0.5, 1, 2, 4];
  const PACINGS = [["story", "play.story", "play.story_how"], ["truth", "play.truth", "play.truth_how"]];
  const SHAPES = {
    previous: "M6 5v14M19 5L9 12l10 7z", play: "M7 4.5L19 12 7 19.5z", pause: "M8 5v14M16 5v14", next: "M18 5v14M5 5l10 7-10 7z",
    unfold: "M4 4v16h16M7.5 16L11 9l4-1 4-4",
  };

  const drawn = (name) => `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${SHAPES[name]}"/></svg>`;

  // Options: words, total, on {toggle, previous, next, speed(times), pacing(name), unfold() whether it is then unfolded}.
  // Returns {playing(yes), pacing(name), clock(what L.journey.clock tells)} and puts its buttons into `foot`.
  L.journey.transport = (foot, options) => {
    const { words, on } = options;
    const button = (name, key, act) => {
      const made = node("button", `jm-button jm-${name}`);
      made.type = "button";
      made.innerHTML = drawn(name); // Our own shapes.
      made.title = words[key];
      made.setAttribute("aria-label", words[key]);
      made.addEventListener("click", act);
      return made;
    };
    const play = button("play", "play.play", on.toggle);
    const keys = node("div", "jm-group");
    keys.append(button("previous", "play.previous", on.previous), play, button("next", "play.next", on.next));

    const clock = node("div", "jm-clock");
    const [line, local] = [node("div"), node("div", "jm-local")];
    const [time, way, left] = [node("span", "", options.total), node("span", "jm-clock-way"), node("span", "jm-clock-left")];
    line.append(time, way, left);
    clock.append(line, local);
    let told = ""; // what the local clocks say

    const unfold = button("unfold", "strip.diagram", () => unfold.setAttribute("aria-expanded", String(on.unfold())));
    unfold.setAttribute("aria-expanded", "false");

    const pacings = node("div", "jm-group jm-pacings");
    pacings.setAttribute("role", "group");
    pacings.setAttribute("aria-label", words["play.pacing"]);
    const made = PACINGS.map(([name, key, how]) => {
      const choice = node("button", "jm-button", words[key]);
      choice.type = "button";
      choice.title = words[how];
      choice.addEventListener("click", () => on.pacing(name));
      return choice;
    });
    pacings.append(...made);

    const speed = node("select", "jm-speed");
    speed.setAttribute("aria-label", words["play.speed"]);
    SPEEDS.forEach((times) => speed.append(new Option(`${times}×`, String(times), times === 1, times === 1)));
    speed.addEventListener("change", () => on.speed(Number(speed.value)));

    foot.append(keys, clock, unfold, speed, pacings);
    return {
      playing: (yes) => {
        play.innerHTML = drawn(yes ? "pause" : "play");
        play.title = words[yes ? "play.pause" : "play.play"];
        play.setAttribute("aria-label", play.title);
      },
      pacing: (name) => made.forEach((choice, i) => choice.setAttribute("aria-pressed", String(PACINGS[i][0] === name))),
      clock: (next) => {
        time.textContent = next.time;
        way.textContent = ` · ${next.way}`;
        left.textContent = ` · ${next.left}`;
        const saying = next.local.map(({ name, said, here }) => `${here} ${name} ${said}`).join();
        if (saying === told) return;
        told = saying;
        local.replaceChildren(...next.local.map(({ name, said, here }) => {
          const place = node("span", here ? "jm-here" : "", name);
          place.append(" ", node("b", "", said));
          return place;
        }));
        if (next.local.length) local.append(L.journey.panels.mark(next.basis, words, words["clock.how"]));
      },
    };
  };
})(window.L);
