/* The lanes of a race, under the map: a bar for each who runs, all on one scale, and how far that one has come. */
// needs: arithmetic/length arithmetic/yardstick core/element panels/guard
/** @typedef {{lanes: (lesson: Lesson, race: Race) => void}} Gives */
(function (L) {
  "use strict";

  const { element, guard, length, yardstick } = L.journey;
  const MOST = 4; // lanes that there is room for; one scrolls to the rest

  /** @type {(name: string) => {root: HTMLElement, bar: HTMLElement, done: HTMLElement, said: HTMLElement}} */
  const lane = (name) => {
    const [root, bar, done, said] = [element("li", "cl-lane"), element("span", "cl-lane-bar"), element("span", "cl-lane-done"), element("span", "cl-lane-far")];
    bar.append(done);
    root.append(element("span", "cl-lane-name", name), bar, said);
    return { root, bar, done, said };
  };

  // The lanes of those who run now. A way of its own that is longer makes the scale longer. While a time is a secret that
  // they would tell, they say no figures.
  /** @type {(lesson: Lesson, race: Race, root: HTMLElement) => void} */
  const running = ({ stage, words }, race, root) => {
    const { start, racers } = race.view();
    const { data: { locale, way }, legs } = stage.tale;
    const most = Math.max(start.far, ...racers.map(({ far }) => far));
    const tell = length.way(locale, most);
    /** @type {(far: number, made: ReturnType<typeof lane>) => (km: number, secret: boolean) => void} */
    const drawn = (far, { root: one, bar, done, said }) => {
      bar.style.width = `${(far / most) * 100}%`;
      return (km, secret) => {
        done.style.width = `${far > 0 ? (km / far) * 100 : 0}%`;
        if (secret) delete one.dataset.km;
        else one.dataset.km = String(Number(km.toFixed(3)));
        said.textContent = secret ? "" : tell(Math.min(km, way.km));
      };
    };
    const [own, ...others] = [words["class.travellers"], ...racers.map(({ name }) => name)].map(lane);
    const travelled = drawn(start.far, own);
    const run = racers.map(({ far }, i) => drawn(far, others[i]));
    root.replaceChildren(own.root, ...others.map((one) => one.root));
    race.run(stage, () => {
      const [{ seconds, place, moment }, secret] = [stage.view(), race.held()];
      own.done.style.setProperty("--ink", stage.view().colour(legs[moment.leg].mode));
      travelled(yardstick.travelled(start, place.km), secret);
      run.forEach((show, i) => show(yardstick.gone(racers[i], seconds - start.seconds), secret));
    });
  };

  // In the timeline's place; where nobody can run there are none.
  L.journey.lanes = (lesson, race) => {
    const { stage, words } = lesson;
    const root = guard(element("ol", "cl-lanes"));
    root.setAttribute("aria-label", words["class.lanes"]);
    root.tabIndex = 0; // It may have to be scrolled by keys.
    stage.put("lanes", root);
    stage.add(() => stage.box.style.removeProperty("--lanes"));
    let now = { remove: () => {} };
    race.watch(stage, (_, view) => view.leg, () => {
      const { start, racers } = race.view();
      now.remove();
      root.hidden = !start.timed;
      if (start.timed) now = lesson.part(running, race, root);
      stage.box.style.setProperty("--lanes", String(start.timed ? Math.min(racers.length + 1, MOST) : 0));
      stage.map.fire("resize"); // The map has another room.
    });
  };
})(window.L);
