/* The words beside or below the map, drawn anew at every step and when an answer is shown. */
// needs: core/element lesson/slide
/** @typedef {{board: (lesson: Lesson) => void}} Gives */
(function (L) {
  "use strict";

  const { element, slide } = L.journey;

  L.journey.board = (lesson) => {
    const { stage, words, watch } = lesson;
    const html = document.documentElement;
    const box = element("section", "cl-slide");
    box.setAttribute("aria-live", "polite");
    box.setAttribute("aria-label", words["class.present"]);
    box.tabIndex = 0;
    (document.querySelector("main") || document.body).append(box); // of the main part, of which a page has one
    stage.add(() => {
      delete html.dataset.slide;
      box.remove();
    });
    let shown = { remove: () => {} };
    const draw = () => {
      const [{ show }, { step, told }] = [lesson.now(), lesson.view()];
      if (!show || !step) return;
      const held = box.contains(document.activeElement);
      shown.remove();
      const made = lesson.part(slide, step);
      shown = made;
      box.replaceChildren(made.element);
      box.scrollTop = 0;
      Object.assign(box.dataset, { step: show.step + 1, kind: step.kind, told });
      html.dataset.slide = made.side ? "side" : "foot";
      stage.map.invalidateSize({ animate: false });
      if (held) box.focus({ preventScroll: true });
    };
    watch(({ show }, { told }) => show && `${show.arrivals} ${told}`, draw);
    box.focus({ preventScroll: true });
  };
})(window.L);
