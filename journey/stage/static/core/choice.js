/* Which leg is chosen: shown everywhere on the stage, told to the page, and written into the address. */
// needs: arithmetic/fill
(function (L) {
  "use strict";

  const { fill } = L.journey;

  // The words of a leg in one sentence, for those who hear the story.
  const sentence = (leg, mode, words) => {
    const said = (key) => (leg.facts.find((fact) => fact.key === key) || { said: words["leg.unknown_duration"] }).said;
    return fill(words["itinerary.leg"], {
      mode: mode.name, start: leg.from, end: leg.to, duration: said("duration"), distance: said("distance"),
    });
  };

  // `stage` holds the parts and {chosen} the index of the leg that is chosen, or null. Returns {show(index | null),
  // select(index | null, silent), pick(index), turn(by), goTo(legId, heard), index(legId)}.
  L.journey.choice = (stage) => {
    const { map, data, legs } = stage;
    let count = 0; // picks told to the page
    let told; // the pick whose echo is still to come
    const index = (id) => legs.findIndex((leg) => leg.id === id);

    const show = (next) => {
      const opened = (stage.chosen === null) !== (next === null);
      stage.chosen = next;
      stage.container.classList.toggle("jm-open", next !== null);
      [stage.route, stage.strip].forEach((part) => part.mark(next));
      stage.card.show(next);
      stage.container.style.setProperty("--card", `${stage.card.element.offsetHeight}px`);
      if (stage.captions.choose(next) || opened) stage.labels.layout();
      stage.voice.textContent = next === null ? "" : sentence(legs[next], data.modes[legs[next].mode], data.words);
    };

    const tell = () => {
      const id = stage.chosen === null ? null : legs[stage.chosen].id;
      map.fire("journey:leg", { leg: id });
      if (!window.Streamlit) return; // Nobody is told, so nobody answers.
      count += 1;
      told = id;
      window.Streamlit.setComponentValue({ leg: id, count });
    };

    // Chooses a leg; `silent` if the page knows already.
    const select = (next, silent) => {
      const { player } = stage;
      if (next === stage.chosen) return;
      show(next);
      stage.camera.view(stage.camera.rungOf(next));
      if (player.begun() && next !== null && player.moment().leg !== next) player.seek({ leg: next, part: 0 });
      stage.link.keep(!silent);
      if (!silent) tell();
    };

    return {
      show,
      select,
      index,
      pick: (i) => select(i === stage.chosen ? null : i, false),
      turn: (by) => {
        const next = (stage.chosen === null ? -1 : stage.chosen) + by;
        if (next >= 0 && next < legs.length) select(next, false);
      },
      // Chooses a leg for the page, unless the viewer has picked since the page last heard (`heard` picks).
      goTo: (id, heard = count) => {
        const echo = told === id;
        if (heard < count) return;
        told = undefined;
        const next = index(id) < 0 ? null : index(id);
        if (!stage.ready) stage.first = next;
        else if (!echo) select(next, true);
      },
    };
  };
})(window.L);
