/* What can be pressed and is met in fewer than `least` pixels each way: its size and words. A link among words may be as low as
 * their line, a mark is explained in the text, too, and moments of true time are met by the legs above it as well. */
(least) => {
  const PRESSED = "a[href], button, summary, input, select, textarea, [role=button]";
  const among = (one) => getComputedStyle(one).display === "inline" && one.parentElement.textContent.trim() !== one.textContent.trim();
  const seen = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && one.offsetWidth > 1;
  const hits = (one, x, y) => {
    const met = document.elementFromPoint(x, y);
    return one.contains(met) || [...(one.labels || [])].some((label) => label.contains(met));
  };
  const small = (one) => {
    if (one.getBoundingClientRect().top < 60 || one.getBoundingClientRect().bottom > innerHeight - 60) one.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = one.getBoundingClientRect();
    if (Math.min(width, height) > least - 0.1) return false;
    const [x, y] = [left + width / 2, top + height / 2];
    const steps = Array.from({ length: 2 * least + 1 }, (_, i) => i - least);
    const met = [steps.filter((by) => hits(one, x + by, y)), steps.filter((by) => hits(one, x, y + by))];
    return met.some((found) => found.length < least - 1);
  };
  return [...document.querySelectorAll(PRESSED)].filter(seen).filter((one) => !among(one)).filter(small).map((one) => {
    const { width, height } = one.getBoundingClientRect();
    return `${one.localName}.${one.className} ${Math.round(width)}x${Math.round(height)} ${(one.getAttribute("aria-label") || one.textContent).trim().slice(0, 40)}`;
  });
}
