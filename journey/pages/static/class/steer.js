/* Leads the stage to a step: to its leg and moment, played where one may see it move. */
(function (L) {
  "use strict";

  // Data as the wire gives it. Returns {show(step, on whether it comes from the step before), remove()}.
  L.journey.steer = (map, data) => {
    const media = window.matchMedia("(prefers-reduced-motion: reduce)");
    const rung = (id) => (data.closeUp && data.closeUp.leg === id ? "close" : "leg");
    let watch = null;
    const begun = () => map.getContainer().classList.contains("jm-begun");
    let timer = 0;

    const halt = () => {
      clearTimeout(timer);
      if (watch) map.off("journey:moment", watch);
      watch = null;
    };
    const whole = (last) => {
      const legs = data.legs;
      if (begun()) map.journey.seek(legs[last ? legs.length - 1 : 0].id, last ? 1 : 0);
      map.journey.goTo(null);
      map.journey.view("whole");
    };
    // Plays until the part of the leg is reached, and there it stands.
    const playTo = (leg, part) => {
      watch = (moment) => {
        if (moment.leg === leg && moment.part < part) return;
        halt();
        // The player arms its next frame after this event.
        timer = setTimeout(() => map.journey.seek(data.legs[leg].id, part), 0);
      };
      map.on("journey:moment", watch);
      map.journey.play();
    };
    const show = (step, on) => {
      halt();
      map.journey.pause();
      const leg = data.legs.findIndex(({ id }) => id === step.leg);
      if (leg < 0) {
        whole(step.kind === "closing" || step.kind === "question");
        return;
      }
      const now = map.journey.moment();
      const same = begun() && now.leg === leg;
      const part = step.at !== null ? step.at : same && step.kind === "question" ? now.part : 0;
      const plays = on && step.kind === "moment" && !media.matches && same && now.part < part;
      map.journey.seek(step.leg, plays ? now.part : part);
      map.journey.view(rung(step.leg));
      if (plays) playTo(leg, part);
    };
    return { show, remove: halt };
  };
})(window.L);
