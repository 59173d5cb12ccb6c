/* The same at home: the way laid over a place that is written or picked on the map, at the same scale. */
// needs: arithmetic/arithmetic arithmetic/coordinates arithmetic/fill arithmetic/kilometres compare/overlay compare/pick core/element element/press
/** @typedef {{home: (lesson: Lesson, race: Race, panel: RacePanel) => {button: HTMLElement, element: HTMLElement}}} Gives */
(function (L) {
  "use strict";

  const { arithmetic, coordinates, element, fill, kilometres, press } = L.journey;
  const NEAR = 0.5; // of the way's own extent, beyond which the map has little detail

  // What is written of a place, in degrees and minutes.
  /** @type {(words: Words, at: Point) => string} */
  const degrees = (words, [lat, lon]) => [
    arithmetic.degrees(lat, words["map.north_south"].split("/")), arithmetic.degrees(lon, words["map.east_west"].split("/"), true),
  ].join(", ");

  // Where it would end and how far that is, as far as it may be told, and what the map does not have there.
  /** @type {(lesson: Lesson, race: Race) => string} */
  const reach = ({ stage, words }, race) => {
    const { leg, run, home, laid, outline, picking } = race.view();
    if (picking) return words["class.home_cross"];
    if (!home) return "";
    if (!laid) return words["class.home_pole"];
    const { locale, way, bounds } = stage.tale.data;
    const [east, north] = outline.lines.flat().slice(-2);
    return [
      fill(words["class.home_reach"], { from: degrees(words, home), to: degrees(words, laid.end) }),
      race.held() ? words["class.held"] : fill(words["class.home_far"], {
        length: leg < 0 ? way.said : kilometres(locale, run[0].drawn), distance: kilometres(locale, Math.hypot(east, north)),
      }),
      ...(L.latLngBounds(bounds).pad(NEAR).contains(home) ? [] : [words["class.home_coarse"]]),
    ].join(" ");
  };

  // The field in which the place is written. What is wrong with that stands below it.
  /** @type {(lesson: Lesson, race: Race, fault: HTMLElement) => HTMLElement} */
  const field = ({ stage, words }, race, fault) => {
    const form = element("form");
    const label = element("label", "", words["class.home_where"]);
    const input = element("input");
    Object.assign(input, { type: "text", autocomplete: "off", spellcheck: false, maxLength: 60 });
    const lay = press(stage, "lay", "", words["class.home_lay"], () => {});
    lay.type = "submit";
    label.append(input);
    form.append(label, lay);
    /** @param {string} said */
    const tell = (said) => {
      fault.textContent = said;
      input.setAttribute("aria-invalid", String(said !== ""));
    };
    stage.on(form, "submit", (event) => {
      event.preventDefault();
      const found = coordinates(input.value);
      if ("at" in found) race.act(() => ({ home: found.at, picking: false }));
      tell("at" in found ? "" : fill(words[found.fault], { text: input.value }));
    });
    race.watch(stage, ({ home }) => home, (home) => {
      if (!home) return;
      input.value = home.map((one) => Number(one.toFixed(4))).join(", ");
      tell("");
    });
    return form;
  };

  // A button that unfolds the rest; what is laid is gone once it folds that.
  L.journey.home = (lesson, race, panel) => {
    const { stage, words } = lesson;
    const [box, fault, said] = [element("div", "cl-home"), element("p", "cl-small"), element("p", "cl-small")];
    const open = press(stage, "home", "cl-pick", words["class.home"], () => {
      const opens = Boolean(box.hidden);
      show(opens);
      if (!opens) race.act(() => ({ home: null, picking: false }));
      stage.map.fire("resize"); // The panel has another size.
    });
    /** @param {boolean} yes */
    const show = (yes) => {
      box.hidden = !yes;
      open.setAttribute("aria-expanded", String(yes));
    };
    fault.setAttribute("role", "alert");
    said.setAttribute("role", "status");
    const pick = press(stage, "pick", "cl-pick", words["class.home_pick"], () => race.act(({ picking }) => ({ picking: !picking })));
    race.watch(stage, ({ picking }) => picking, (picking, before) => {
      pick.setAttribute("aria-pressed", String(picking));
      // The cross that has the focus is about to go, and what is hidden while it is there to be seen again. The map must not have it first.
      const { activeElement } = document;
      const held = activeElement === document.body || activeElement?.matches(".cl-cross");
      if (before && held) stage.after(0, () => pick.focus({ preventScroll: true }));
    });
    const form = field(lesson, race, fault);
    form.append(pick);
    box.append(form, fault, said);
    show(race.view().home !== null);
    const tell = () => { said.textContent = reach(lesson, race); };
    race.watch(stage, (_, view) => view, tell);
    stage.watch("tell", ({ hushed }) => hushed, tell);
    lesson.part(L.journey.overlay, race);
    lesson.part(L.journey.pick, race, panel);
    return { button: open, element: box };
  };
})(window.L);
