/* What a page offers to a class: buttons in its head, keys, the presentation and the comparison. */
// needs: arithmetic/unpack class/clicker class/compare class/figures class/guess class/guesses class/show core/node
(function (L) {
  "use strict";

  const { node } = L.journey;

  // The comparison, opened and closed; in the stage, or beside it while the journey is presented. Returns {toggle, close}.
  const comparison = (map, { told, words, running }) => {
    let open = null;
    const unfold = (yes) => {
      const button = map.getContainer().querySelector(".jm-unfold");
      if (button && (button.getAttribute("aria-expanded") === "true") !== yes) button.click();
    };
    const close = () => {
      if (!open) return;
      open.remove();
      open = null;
      document.documentElement.classList.remove("cl-comparing");
      unfold(false);
    };
    const toggle = () => {
      if (open) return close();
      const now = running();
      const leg = () => (now ? now.leg() : -1);
      open = L.journey.compare(map, { data: told.journey, items: told.classroom.compare, words, leg, onClose: close });
      (now ? document.body : map.getContainer()).append(open.element);
      document.documentElement.classList.add("cl-comparing");
      return unfold(true);
    };
    return { toggle, close };
  };

  // Links and buttons in the page's head, as far as there is something behind them; returns {remove()}.
  const head = (told, words, acts) => {
    const root = node("nav", "cl-tools");
    root.setAttribute("aria-label", words["class.bar"]);
    const { press } = L.journey.guess;
    if (told.classroom.steps.length) root.append(press("cl-strong", words["class.present"], acts.present));
    if (told.classroom.compare.length) root.append(press("", words["class.compare"], acts.compare));
    // Only the server has a handout at this address; a file on a disk has none.
    if (/^https?:$/.test(location.protocol) && location.pathname.endsWith(`/story/${told.journey.id}`)) {
      const link = node("a", "", words["class.handout"]);
      link.href = `${location.pathname}/handout${location.search}`;
      root.append(link);
    }
    const place = document.querySelector(".top");
    place.insertBefore(root, place.lastElementChild);
    return { remove: () => root.remove() };
  };

  // Told as the page has it: {journey, classroom, said, sources}. Returns {toggle, remove()}, or null where nothing can be shown.
  L.journey.presenter = (map, page) => {
    if (!map.journey.seek) return null;
    const told = { ...page, journey: { ...page.journey, legs: page.journey.legs.map(L.journey.unpack.leg) } };
    const { journey: data, classroom } = told;
    const words = { ...data.words, ...told.said };
    const asked = new Map(classroom.questions.map((question) => [question.id, question]));
    const group = L.journey.figures.groupOf(data.locale);
    const stores = new Map(classroom.questions.filter(({ guess }) => guess).map(({ id, guess }) => [id, L.journey.guesses(guess, group)]));
    const look = { modes: data.modes, colour: map.journey.colour, locale: data.locale };
    let running = null;

    const leave = () => {
      if (!running) return;
      compare.close();
      const ended = running;
      running = null;
      ended.remove();
      document.querySelector(".cl-tools button")?.focus({ preventScroll: true });
    };
    const compare = comparison(map, { told, words, running: () => running });
    const present = () => {
      if (running || !classroom.steps.length) return;
      compare.close();
      window.scrollTo(0, 0);
      running = L.journey.show(map, { told, words, look, stores, compare, find: (id) => asked.get(id) || null, onLeave: leave });
    };
    const onKey = (event) => {
      if (running || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.closest && event.target.closest("input, select, textarea")) return;
      const key = L.journey.clicker.nameOf(event);
      if (key === "p") present();
      if (key === "c" && classroom.compare.length) compare.toggle();
    };
    document.addEventListener("keydown", onKey);
    const tools = head(told, words, { present, compare: compare.toggle });
    return {
      toggle: () => (running ? leave() : present()),
      remove: () => {
        leave();
        compare.close();
        tools.remove();
        document.removeEventListener("keydown", onKey);
      },
    };
  };
})(window.L);
