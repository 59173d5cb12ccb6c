/* How the story is told: the player's steps and moments, carried to route, strip, clocks, camera and address. */
// needs: arithmetic/clock outside/link
(function (L) {
  "use strict";

  const PATIENCE = 200; // milliseconds of standing still after which words make room for the vehicle

  // `stage` holds the parts. Returns {step(by), toggle(), scrub(pacing, share), state(), apply(state), remove()};
  // a state is what L.journey.link reads and writes.
  L.journey.telling = (stage) => {
    const { map, data, legs } = stage;
    let timer = 0;
    let tellTime = null; // made when it is first asked, for the formats of a language take their time

    // Where nothing was played yet, the story begins at the leg that is chosen.
    const begin = () => {
      const { player, chosen } = stage;
      if (!player.begun() && chosen !== null) player.seek({ leg: chosen, part: 0 });
      return player.begun();
    };
    const toggle = () => {
      const { player, camera, choice } = stage;
      begin();
      if (!player.playing()) {
        choice.show(player.moment().leg);
        camera.view(camera.home(stage.chosen, player.pacing()));
      }
      player.toggle();
    };

    const onMoment = (moment) => {
      const { player, strip } = stage;
      if (moment.leg !== stage.chosen) {
        stage.choice.show(moment.leg);
        stage.camera.follow(moment.leg, player.pacing());
      }
      tellTime = tellTime || L.journey.clock(data);
      const clock = tellTime(moment);
      stage.container.classList.add("jm-begun");
      stage.route.travelled(moment);
      strip.cursor({ ...player.wholes(), km: moment.km }, `${clock.time}, ${clock.way}`);
      stage.transport.clock(clock);
      if (!player.playing()) rest();
    };
    // Where the traveller stands still, the address says so and words make room.
    const rest = () => {
      stage.link.soon();
      clearTimeout(timer);
      timer = setTimeout(() => { if (!stage.player.playing()) stage.labels.layout(); }, PATIENCE);
    };
    const onPlaying = ({ playing }) => {
      stage.transport.playing(playing);
      if (playing) stage.link.soon();
      else rest();
    };
    const onPacing = ({ pacing }) => {
      const { player } = stage;
      stage.transport.pacing(pacing);
      if (player.begun()) stage.camera.follow(player.moment().leg, pacing);
      stage.link.soon();
    };
    const onMoveEnd = () => stage.ready && stage.link.soon();
    map.on("journey:moment", onMoment).on("journey:playing", onPlaying).on("journey:pacing", onPacing).on("moveend", onMoveEnd);

    return {
      toggle,
      step: (by) => (begin() ? stage.player.step(by) : stage.player.restart()),
      scrub: (pacing, share) => {
        stage.player.pause();
        stage.player.share(pacing, share);
      },
      state: () => {
        const { camera, player, chosen } = stage;
        const view = camera.held() ? camera.rung() : camera.free();
        return {
          leg: chosen === null ? null : legs[chosen].id,
          part: player.begun() ? player.moment().part : null,
          pacing: player.pacing(),
          view: view === camera.rungOf(chosen) ? null : view,
        };
      },
      apply: ({ leg, part, pacing, view }) => {
        const { camera, player, choice } = stage;
        const next = leg === null ? null : choice.index(leg);
        if (next !== stage.chosen) {
          player.pause();
          choice.show(next);
        }
        if (pacing !== player.pacing()) player.pace(pacing);
        if (part !== null) player.seek({ leg: next, part });
        if (Array.isArray(view)) camera.place(view);
        else camera.view(view || camera.rungOf(stage.chosen), true);
      },
      remove: () => {
        clearTimeout(timer);
        map.off("journey:moment", onMoment).off("journey:playing", onPlaying).off("journey:pacing", onPacing).off("moveend", onMoveEnd);
      },
    };
  };
})(window.L);
