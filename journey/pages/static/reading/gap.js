/* The gap in the stage through which the text is read. */
// needs: core/element
/** @typedef {{gap: (stage: Stage) => void}} Gives */
(function (L) {
  "use strict";

  // Cuts the stage open where the text is read, and keeps what is placed on the map away from there.
  L.journey.gap = (stage) => {
    const room = L.journey.element("div", "gap");
    stage.put("text", room);
    stage.watch("paint", ({ text }) => text, (text) => {
      room.hidden = !text;
      if (text) Object.assign(room.style, { insetInlineStart: `${text.x}px`, top: `${text.y}px`, width: `${text.w}px`, height: `${text.h}px` });
    });
  };
})(window.L);
