/* What cannot be read of the page as it stands in the window: words that are cut off, that reach beyond it, and panels that lie over
 * each other. The map's own words are left to tests of the map, and
 * those on a leg's button, which its card and the table tell in full; and the clock of the other side is left out whole where it
 * has no room. */
() => {
  const SLACK = 3; // pixels
  const PANELS = ".jm-ladder, .jm-zoom, .jm-card, .jm-legend, .jm-scale, .jm-ending, .leaflet-control-attribution, .jm-equal, .jm-true, .jm-axis, .jm-clock > *, .jm-keys, .jm-dates, #tools, .cl-bar, .cl-slide";
  const seen = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const named = (one) => `${one.className || one.localName}: ${one.textContent.trim().slice(0, 40)}`;
  const boxOf = (one) => one.getBoundingClientRect();
  const shared = (a, b) => [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
  const inSight = (box) => box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight;

  // What takes off some of a text that it shows, up to what scrolls.
  const cutter = (text, box) => {
    for (let at = text.parentElement; at && at !== document.body; at = at.parentElement) {
      const { display, overflowX, overflowY, clipPath } = getComputedStyle(at);
      if (clipPath.startsWith("inset(50%")) return null; // For those who hear it.
      const edge = boxOf(at);
      const [wide, high] = shared(box, edge);
      if (display !== "inline" && wide > 1 && high > SLACK) {
        if (/hidden|clip/.test(overflowX) && box.width - wide > SLACK) return at;
        if (/hidden|clip/.test(overflowY) && box.height - high > SLACK) return at;
      }
      if (/auto|scroll/.test(overflowX + overflowY)) return null;
    }
    return null;
  };

  const cut = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const [text, parent] = [walker.currentNode, walker.currentNode.parentElement];
    if (!text.data.trim() || parent.closest("script, style, select, svg, .jm-voice, .jm-segment-name, .jm-local > :not(.jm-here), .leaflet-map-pane") || !seen(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = boxOf(range);
    if (!inSight(box)) continue;
    if (box.left < -SLACK || box.right > innerWidth + SLACK || cutter(text, box)) cut.push(named(parent));
  }
  const panels = [...document.querySelectorAll(PANELS)].filter(seen).filter((one) => inSight(boxOf(one)));
  const over = panels.flatMap((one, i) => panels.slice(i + 1)
    .filter((other) => !one.contains(other) && !other.contains(one) && Math.min(...shared(boxOf(one), boxOf(other))) > SLACK)
    .map((other) => `${named(one)} / ${named(other)}`));
  return [...cut, ...over];
}
